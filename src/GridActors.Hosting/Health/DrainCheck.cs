using GridActors.Hosting.Clusters;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GridActors.Hosting.Health;

/// <summary>Whether the process was not told to stop.</summary>
internal sealed class DrainCheck(Drain drain) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(drain.IsStopping ? HealthCheckResult.Unhealthy("Stopping.") : HealthCheckResult.Healthy());
}
