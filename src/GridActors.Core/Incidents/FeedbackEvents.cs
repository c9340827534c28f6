using GridActors.Core.WorkingTime;

namespace GridActors.Core.Incidents;

[GenerateSerializer, Immutable, Alias("incident.note-added.v1")]
public sealed record NoteAdded(DateTimeOffset At, Actor By, [property: Id(0)] string Text) : IncidentEvent(At, By);

[GenerateSerializer, Immutable, Alias("incident.rated.v1")]
public sealed record IncidentRated(DateTimeOffset At, Actor By, [property: Id(0)] int Score, [property: Id(1)] string Comment) : IncidentEvent(At, By);

/// <summary>The requester says that it is not fixed: back to the post that held it, with the full handle limit.</summary>
[GenerateSerializer, Immutable, Alias("incident.reopened.v1")]
public sealed record IncidentReopened(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] string Reason,
    [property: Id(1)] ClockRun Run,
    [property: Id(2)] Deadline HandleDue,
    [property: Id(3)] DateTimeOffset RemindAt) : IncidentEvent(At, By);
