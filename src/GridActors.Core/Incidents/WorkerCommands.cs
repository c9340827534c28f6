using GridActors.Core.Workers;

namespace GridActors.Core.Incidents;

/// <summary>At the end of a shift a worker leaves an incident to the next one. Where that one has it already, it does nothing.</summary>
[GenerateSerializer, Immutable, Alias("hand-over-incident")]
public sealed record HandOverIncident(
    [property: Id(0)] WorkerId From,
    [property: Id(1)] WorkerId To,
    [property: Id(2)] string Reason) : IncidentCommand;
