using GridActors.Core.Access;
using GridActors.Hosting.Access;
using GridActors.Hosting.Telemetry;
using Microsoft.Extensions.Options;

namespace GridActors.SiloHost;

/// <summary>Metrics are for administrators, unless the configuration opens them. Health is for everybody, and there is nothing else.</summary>
internal static class OperationsDoor
{
    public static void UseOperationsDoor(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<AuthOptions>>().Value.OpenOperations is not true)
        {
            app.UseWhen(http => http.Request.Path.StartsWithSegments(TelemetryRegistration.MetricsPath), metrics => metrics.Use(PassAsync));
        }
    }

    private static async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        var reading = await http.RequestServices.GetRequiredService<CallerReader>().ReadAsync(http.Request.Headers.Authorization, http.RequestAborted);
        if (reading.Caller.Has(Permission.Administer))
        {
            await next(http);
        }
        else if (reading.Refusal is CredentialRefusal.AuthorityUnavailable)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        else if (reading.Caller.IsAnonymous)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            http.Response.Headers.WWWAuthenticate = CallerReader.Challenge;
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
    }
}
