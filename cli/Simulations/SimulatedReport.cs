using GridActors.Core.Incidents;
using GridActors.Hosting.Incidents;

namespace GridActors.Cli.Simulations;

/// <summary>One good row of a reports file.</summary>
/// <param name="Row">Line of the file; the header is 1.</param>
/// <param name="RowId">The row's own id: letters, digits, '.', '_', ':' and '-', so that it is safe in any output.</param>
/// <param name="ClosedAt">Null where it was never closed.</param>
internal sealed record SimulatedReport(int Row, string RowId, DateTimeOffset ReportedAt, DateTimeOffset? ClosedAt, ReportRequest Request)
{
    public IncidentId Id { get; } = IncidentIds.ForKey("simulate", RowId);
}
