using GridActors.Hosting.Health;
using GridActors.Hosting.Telemetry;

namespace GridActors.ApiHost;

/// <summary>Addresses for machines that watch this one: probes, scrapes and the dashboard's polling. They come every few seconds and say nothing.</summary>
internal static class OperationsPaths
{
    public const string Dashboard = "/ops/orleans";

    public static bool Contain(PathString path) =>
        path.StartsWithSegments(HealthEndpoints.Root) || path.StartsWithSegments(Dashboard) || path.StartsWithSegments(TelemetryRegistration.MetricsPath);
}
