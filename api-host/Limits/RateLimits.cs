using System.Threading.RateLimiting;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace GridActors.ApiHost.Limits;

/// <summary>
/// So many requests for each caller, in this process, those that the door refuses included; behind several api-hosts a caller has as
/// many times that. Whoever has not asked for a while is forgotten: a limit that is full again is dropped.
/// </summary>
internal sealed class RateLimits(IOptions<RateLimitOptions> options) : IAsyncDisposable
{
    private static readonly TimeSpan Refill = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<HttpContext> _limiter = LimiterOf(options.Value);

    public PartitionedRateLimiter<HttpContext> Limiter => _limiter;

    /// <summary>Counts a request once more, so many times, for what it asks in one go; at most as often as a full limit allows.</summary>
    /// <returns>Null where that is within the limit.</returns>
    public ProblemResult? Charge(HttpContext http, int times)
    {
        var most = PerMinute(http, http.GetCaller(), options.Value) - 1;
        if (most < 0 || times <= 0)
        {
            return null;
        }

        using var lease = _limiter.AttemptAcquire(http, Math.Min(times, most));
        return lease.IsAcquired ? null : ProblemOf(lease);
    }

    public static Task RejectAsync(OnRejectedContext rejected) => ProblemOf(rejected.Lease).ExecuteAsync(rejected.HttpContext);

    public ValueTask DisposeAsync() => _limiter.DisposeAsync();

    private static PartitionedRateLimiter<HttpContext> LimiterOf(RateLimitOptions options) => PartitionedRateLimiter.Create<HttpContext, RateLimitKey>(http =>
    {
        var caller = http.GetCaller();
        var perMinute = PerMinute(http, caller, options);
        return perMinute == 0
            ? RateLimitPartition.GetNoLimiter(RateLimitKey.Unlimited)
            : RateLimitPartition.GetTokenBucketLimiter(RateLimitKey.Of(caller, http.Connection.RemoteIpAddress), _ => BucketOf(perMinute));
    });

    /// <summary>Who watches the process is not counted, as long as the door lets it in.</summary>
    /// <returns>0 for no limit.</returns>
    private static int PerMinute(HttpContext http, Caller caller, RateLimitOptions options) =>
        OperationsPaths.Contain(http.Request.Path) && http.IsLetIn() ? 0 : caller.IsAnonymous ? options.AnonymousPerMinute : options.CallerPerMinute;

    /// <summary>One request at a time where there are fewer than sixty a minute, otherwise a second's worth each second.</summary>
    private static TokenBucketRateLimiterOptions BucketOf(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = perMinute < 60 ? TimeSpan.FromMinutes(1) / perMinute : Refill,
        QueueLimit = 0,
    };

    private static ProblemResult ProblemOf(RateLimitLease lease) =>
        new(StatusCodes.Status429TooManyRequests, "rate_limited", "Too many requests from this caller. Wait for as long as Retry-After says.")
        {
            RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Refill,
        };
}
