using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GridActors.Hosting.Health;

/// <summary>
/// <c>/health/live</c> says that the process answers and asks nothing else, or an outage of the store would have every
/// process restarted. <c>/health/ready</c> says that it can do its work.
/// </summary>
public static class HealthEndpoints
{
    public const string Root = "/health";

    public static IEndpointConventionBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup(Root);
        health.MapHealthChecks("/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        health.MapHealthChecks("/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
        return health;
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(
        new HealthResource(NameOf(report.Status), report.Entries.ToDictionary(e => e.Key, e => NameOf(e.Value.Status))),
        JsonSerializerOptions.Web,
        http.RequestAborted);

    private static string NameOf(HealthStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());
}
