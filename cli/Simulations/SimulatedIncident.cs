using GridActors.Core.Incidents;

namespace GridActors.Cli.Simulations;

/// <summary>What became of one routed report.</summary>
/// <param name="FirstAcceptDue">The accept deadline of the tier that it was reported to.</param>
/// <param name="Incident">As the simulation left it.</param>
/// <param name="UtcOffset">Of its county.</param>
internal sealed record SimulatedIncident(SimulatedReport Report, DateTimeOffset FirstAcceptDue, Incident Incident, TimeSpan UtcOffset, bool IsOverdue);
