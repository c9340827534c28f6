using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GridActors.Hosting.Health;

/// <summary>Whether the journal can be read.</summary>
internal sealed class JournalCheck(IIncidentJournal journal) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // No incident has the empty id: the store is asked, and has nothing to read.
        await journal.FindAsync(new IncidentId(Guid.Empty), cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
