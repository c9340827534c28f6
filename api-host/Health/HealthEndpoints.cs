using GridActors.ApiHost.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GridActors.ApiHost.Health;

/// <summary>
/// <c>/health/live</c> says that the process answers and asks nothing else, or an outage of the store would have every
/// process restarted. <c>/health/ready</c> says that it can do its work.
/// </summary>
internal static class HealthEndpoints
{
    public const string Root = "/health";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<JournalCheck>("journal", timeout: TimeSpan.FromSeconds(5))
            .AddCheck<RegionCheck>("region", timeout: TimeSpan.FromSeconds(5));
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks($"{Root}/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        routes.MapHealthChecks($"{Root}/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(
        new HealthResource(ApiJson.NameOf(report.Status), report.Entries.ToDictionary(e => e.Key, e => ApiJson.NameOf(e.Value.Status))),
        http.RequestAborted);
}
