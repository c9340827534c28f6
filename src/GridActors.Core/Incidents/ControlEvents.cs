using System.Collections.Immutable;
using GridActors.Core.Departments;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Incidents;

[GenerateSerializer, Immutable, Alias("incident.extension-asked.v1")]
public sealed record ExtensionAsked(DateTimeOffset At, Actor By, [property: Id(0)] string Reason) : IncidentEvent(At, By);

/// <summary>One original limit more, for the incident and for every department at work on it.</summary>
/// <param name="Next">The step of the ladder that it waits for now.</param>
[GenerateSerializer, Immutable, Alias("incident.extension-granted.v1")]
public sealed record ExtensionGranted(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] ClockRun Run,
    [property: Id(1)] Deadline HandleDue,
    [property: Id(2)] NextDeadline Next,
    [property: Id(3)] ImmutableArray<TaskClock> Tasks) : IncidentEvent(At, By);

[GenerateSerializer, Immutable, Alias("incident.extension-denied.v1")]
public sealed record ExtensionDenied(DateTimeOffset At, Actor By, [property: Id(0)] string Reason) : IncidentEvent(At, By);

[GenerateSerializer, Immutable, Alias("incident.suspension-asked.v1")]
public sealed record SuspensionAsked(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] DateTimeOffset Until,
    [property: Id(1)] string Reason) : IncidentEvent(At, By);

[GenerateSerializer, Immutable, Alias("incident.suspension-denied.v1")]
public sealed record SuspensionDenied(DateTimeOffset At, Actor By, [property: Id(0)] string Reason) : IncidentEvent(At, By);

/// <summary>Its clocks stop until a date.</summary>
/// <param name="Left">Running time that is left of the handle limit.</param>
[GenerateSerializer, Immutable, Alias("incident.suspended.v1")]
public sealed record IncidentSuspended(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] DateTimeOffset Until,
    [property: Id(1)] TimeSpan Left,
    [property: Id(2)] ImmutableArray<TaskPause> Tasks) : IncidentEvent(At, By);

/// <summary>Its clocks run again with what was left of them.</summary>
/// <param name="Next">The step of the ladder that it waits for now.</param>
[GenerateSerializer, Immutable, Alias("incident.resumed.v1")]
public sealed record IncidentResumed(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] ClockRun Run,
    [property: Id(1)] Deadline HandleDue,
    [property: Id(2)] NextDeadline Next,
    [property: Id(3)] ImmutableArray<TaskClock> Tasks) : IncidentEvent(At, By);

/// <summary>A reminder on the record; it changes nothing else.</summary>
[GenerateSerializer, Immutable, Alias("incident.urged.v1")]
public sealed record IncidentUrged(DateTimeOffset At, Actor By, [property: Id(0)] string Reason) : IncidentEvent(At, By);

/// <summary>A tier above the holder watches it of its own accord.</summary>
[GenerateSerializer, Immutable, Alias("incident.supervision-taken.v1")]
public sealed record SupervisionTaken(DateTimeOffset At, Actor By, [property: Id(0)] Post Supervisor) : IncidentEvent(At, By);
