using GridActors.Grains.Divisions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GridActors.Hosting.Health;

/// <summary>Whether the reference data is loaded and holds a prefecture; without one no report can be routed.</summary>
internal sealed class RegionCheck(IRegionDirectory directory) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (await directory.AtLeastAsync(0, cancellationToken)).Prefectures.Any()
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("No prefecture is known: import divisions first.");
}
