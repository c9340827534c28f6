using GridActors.Core.Workers;

namespace GridActors.Core.Incidents;

/// <summary>Whom or what an incident of oversight is about (DOMAIN 9): the incident whose outcome is appealed against, or the worker complained about. One of the two.</summary>
[GenerateSerializer, Immutable, Alias("incident-subject")]
public sealed record IncidentSubject([property: Id(0)] IncidentId? Incident, [property: Id(1)] WorkerId? Worker);
