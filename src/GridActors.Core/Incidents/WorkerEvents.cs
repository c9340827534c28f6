using GridActors.Core.Workers;

namespace GridActors.Core.Incidents;

/// <summary>Another worker is its handler from now on. Its holder and its clocks stay.</summary>
[GenerateSerializer, Immutable, Alias("incident.handed-over.v1")]
public sealed record IncidentHandedOver(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] WorkerId From,
    [property: Id(1)] WorkerId To,
    [property: Id(2)] string Reason) : IncidentEvent(At, By);
