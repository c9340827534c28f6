using GridActors.Hosting;
using Microsoft.AspNetCore.RateLimiting;

namespace GridActors.ApiHost.Limits;

/// <summary>Has every request counted by <see cref="RateLimits"/>.</summary>
internal static class RateLimitRegistration
{
    private const int MaxPerMinute = 6_000_000;

    /// <exception cref="ConfigurationRefusedException">A limit is out of range.</exception>
    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(RateLimitOptions.Section);
        var options = section.Get<RateLimitOptions>() ?? new RateLimitOptions();
        Check(nameof(RateLimitOptions.AnonymousPerMinute), options.AnonymousPerMinute);
        Check(nameof(RateLimitOptions.CallerPerMinute), options.CallerPerMinute);
        builder.Services.Configure<RateLimitOptions>(section).AddSingleton<RateLimits>();
        builder.Services.AddOptions<RateLimiterOptions>().Configure<RateLimits>((limiter, limits) =>
        {
            limiter.GlobalLimiter = limits.Limiter;
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) => new ValueTask(RateLimits.RejectAsync(rejected));
        });
        builder.Services.AddRateLimiter();
    }

    private static void Check(string name, int perMinute)
    {
        if (perMinute is < 0 or > MaxPerMinute)
        {
            throw new ConfigurationRefusedException($"{RateLimitOptions.Section}:{name} is {perMinute}; it is a whole number from 0 (no limit) to {MaxPerMinute}.");
        }
    }
}
