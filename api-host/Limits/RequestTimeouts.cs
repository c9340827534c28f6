using GridActors.ApiHost.Problems;
using Microsoft.AspNetCore.Http.Timeouts;

namespace GridActors.ApiHost.Limits;

/// <summary>How long a request may take. One that takes longer is given up; what it had written by then stays written.</summary>
internal static class RequestTimeouts
{
    /// <summary>For what goes through a file or a whole period.</summary>
    public const string Long = "long";

    private static readonly TimeSpan Default = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan OfLong = TimeSpan.FromMinutes(10);

    private static ProblemResult TimedOut { get; } = new(
        StatusCodes.Status503ServiceUnavailable,
        "timed_out",
        "This took too long and was given up. Whether it was carried out is not known; try again with the same Idempotency-Key or If-Match.")
    {
        RetryAfter = TimeSpan.FromSeconds(5),
    };

    public static IServiceCollection AddTimeouts(this IServiceCollection services) => services.AddRequestTimeouts(timeouts =>
    {
        timeouts.DefaultPolicy = PolicyOf(Default);
        timeouts.AddPolicy(Long, PolicyOf(OfLong));
    });

    internal static RequestTimeoutPolicy PolicyOf(TimeSpan timeout) => new()
    {
        Timeout = timeout,
        TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        WriteTimeoutResponse = TimedOut.ExecuteAsync,
    };
}
