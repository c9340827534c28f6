using GridActors.Core.WorkingTime;

namespace GridActors.Core.Incidents;

[GenerateSerializer, Immutable, Alias("incident.merged.v1")]
public sealed record IncidentMerged(DateTimeOffset At, Actor By, [property: Id(0)] IncidentId Into) : IncidentEvent(At, By);

/// <summary>No duplicate after all: reported again, with the full accept limit.</summary>
[GenerateSerializer, Immutable, Alias("incident.unmerged.v1")]
public sealed record IncidentUnmerged(DateTimeOffset At, Actor By, [property: Id(0)] IncidentId From, [property: Id(1)] Deadline AcceptDue) : IncidentEvent(At, By);

[GenerateSerializer, Immutable, Alias("incident.reporter-joined.v1")]
public sealed record ReporterJoined(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] IncidentId From,
    [property: Id(1)] TrackingCode TrackingCode) : IncidentEvent(At, By);

[GenerateSerializer, Immutable, Alias("incident.reporter-left.v1")]
public sealed record ReporterLeft(DateTimeOffset At, Actor By, [property: Id(0)] IncidentId From) : IncidentEvent(At, By);
