using System.Collections.Immutable;
using GridActors.Core.Departments;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Incidents;

/// <summary>A fact of an incident's life. The alias is its kind in the journal: add, never renumber or reuse; a changed meaning is a new kind.</summary>
/// <param name="At">When it was decided; never before the event in front of it.</param>
[GenerateSerializer, Immutable, Alias("incident-event")]
public abstract record IncidentEvent([property: Id(0)] DateTimeOffset At, [property: Id(1)] Actor By);

/// <param name="OnDuty">The workers of the grid who were told at once.</param>
[GenerateSerializer, Immutable, Alias("incident.reported.v1")]
public sealed record IncidentReported(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] IncidentId Id,
    [property: Id(1)] TrackingCode TrackingCode,
    [property: Id(2)] ReportContent Content,
    [property: Id(3)] ReportedPlace Place,
    [property: Id(4)] PinnedItem Item,
    [property: Id(5)] Post Holder,
    [property: Id(6)] ImmutableArray<WorkerId> OnDuty,
    [property: Id(7)] Deadline AcceptDue,
    [property: Id(8)] Explanation Why) : IncidentEvent(At, By);

/// <summary>Told at once beside the holder: of an emergency everybody, of a worker's finding the village (Art. 26).</summary>
[GenerateSerializer, Immutable, Alias("incident.posts-notified.v1")]
public sealed record PostsNotified(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] ImmutableArray<Post> Posts,
    [property: Id(1)] ImmutableArray<DepartmentCode> Departments) : IncidentEvent(At, By);

/// <summary>A post that was told of an emergency accepts it before its holder does.</summary>
[GenerateSerializer, Immutable, Alias("incident.emergency-taken.v1")]
public sealed record EmergencyTaken(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] Post From,
    [property: Id(1)] Post To,
    [property: Id(2)] Explanation Why) : IncidentEvent(At, By);

[GenerateSerializer, Immutable, Alias("incident.handled-on-spot.v1")]
public sealed record IncidentHandledOnSpot(DateTimeOffset At, Actor By, [property: Id(0)] string Result) : IncidentEvent(At, By);

[GenerateSerializer, Immutable, Alias("incident.accepted.v1")]
public sealed record IncidentAccepted(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] Deadline HandleDue,
    [property: Id(1)] DateTimeOffset RemindAt) : IncidentEvent(At, By);

/// <summary>The accept limit ran out at a tier, which is told that it missed; the next staffed tier up has the full limit again.</summary>
[GenerateSerializer, Immutable, Alias("incident.escalated.v1")]
public sealed record IncidentEscalated(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] Post From,
    [property: Id(1)] Post To,
    [property: Id(2)] DateTimeOffset MissedDue,
    [property: Id(3)] Deadline AcceptDue,
    [property: Id(4)] Explanation Why) : IncidentEvent(At, By);

/// <summary>Nobody accepted and no staffed tier is above: the holder is reminded, again and again.</summary>
[GenerateSerializer, Immutable, Alias("incident.acceptance-reminded.v1")]
public sealed record AcceptanceReminded(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] Post Holder,
    [property: Id(1)] DateTimeOffset RemindAgainAt,
    [property: Id(2)] Explanation Why) : IncidentEvent(At, By);

[GenerateSerializer, Immutable, Alias("incident.forwarded.v1")]
public sealed record IncidentForwarded(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] Post From,
    [property: Id(1)] Post To,
    [property: Id(2)] string Reason,
    [property: Id(3)] Explanation Why) : IncidentEvent(At, By);

[GenerateSerializer, Immutable, Alias("incident.sent-down.v1")]
public sealed record IncidentSentDown(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] Post From,
    [property: Id(1)] Post To,
    [property: Id(2)] Explanation Why) : IncidentEvent(At, By);

/// <summary>A new holder of an incident that nobody has accepted has the full accept limit.</summary>
[GenerateSerializer, Immutable, Alias("incident.accept-clock-restarted.v1")]
public sealed record AcceptClockRestarted(DateTimeOffset At, Actor By, [property: Id(0)] Deadline AcceptDue) : IncidentEvent(At, By);

[GenerateSerializer, Immutable, Alias("incident.worker-assigned.v1")]
public sealed record WorkerAssigned(DateTimeOffset At, Actor By, [property: Id(0)] WorkerId Worker) : IncidentEvent(At, By);

[GenerateSerializer, Immutable, Alias("incident.handling-started.v1")]
public sealed record HandlingStarted(DateTimeOffset At, Actor By) : IncidentEvent(At, By);

[GenerateSerializer, Immutable, Alias("incident.result-submitted.v1")]
public sealed record ResultSubmitted(DateTimeOffset At, Actor By, [property: Id(0)] string Result) : IncidentEvent(At, By);

[GenerateSerializer, Immutable, Alias("incident.check-passed.v1")]
public sealed record CheckPassed(DateTimeOffset At, Actor By) : IncidentEvent(At, By);

/// <summary>Back to handling as rework; the handle clock has been running all the time.</summary>
[GenerateSerializer, Immutable, Alias("incident.check-failed.v1")]
public sealed record CheckFailed(DateTimeOffset At, Actor By, [property: Id(0)] string Reason) : IncidentEvent(At, By);

[GenerateSerializer, Immutable, Alias("incident.closed.v1")]
public sealed record IncidentClosed(DateTimeOffset At, Actor By, [property: Id(0)] IncidentOutcome Outcome) : IncidentEvent(At, By);

[GenerateSerializer, Immutable, Alias("incident.voided.v1")]
public sealed record IncidentVoided(DateTimeOffset At, Actor By, [property: Id(0)] string Reason) : IncidentEvent(At, By);

/// <summary>80 % of the handle limit is used up.</summary>
[GenerateSerializer, Immutable, Alias("incident.handler-reminded.v1")]
public sealed record HandlerReminded(DateTimeOffset At, Actor By) : IncidentEvent(At, By);

/// <param name="MissedDue">The handle deadline.</param>
/// <param name="NextStepAt">When half a limit more is used up.</param>
[GenerateSerializer, Immutable, Alias("incident.overdue.v1")]
public sealed record IncidentOverdue(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] DateTimeOffset MissedDue,
    [property: Id(1)] DateTimeOffset NextStepAt) : IncidentEvent(At, By);

[GenerateSerializer, Immutable, Alias("incident.supervisor-named.v1")]
public sealed record SupervisorNamed(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] Post Supervisor,
    [property: Id(1)] DateTimeOffset NextStepAt,
    [property: Id(2)] Explanation Why) : IncidentEvent(At, By);

/// <summary>Overdue with no tier left to name: whoever watches it is reminded, again and again.</summary>
[GenerateSerializer, Immutable, Alias("incident.overdue-reminded.v1")]
public sealed record OverdueReminded(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] Post Watcher,
    [property: Id(1)] DateTimeOffset RemindAgainAt) : IncidentEvent(At, By);

/// <summary>The calendar that a provisional accept deadline lacked was published.</summary>
[GenerateSerializer, Immutable, Alias("incident.accept-due-recomputed.v1")]
public sealed record AcceptDueRecomputed(DateTimeOffset At, Actor By, [property: Id(0)] Deadline AcceptDue) : IncidentEvent(At, By);

/// <summary>The calendar that a provisional handle deadline lacked was published.</summary>
/// <param name="Next">The step of the ladder that it waits for now.</param>
[GenerateSerializer, Immutable, Alias("incident.handle-due-recomputed.v1")]
public sealed record HandleDueRecomputed(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] Deadline HandleDue,
    [property: Id(1)] NextDeadline Next) : IncidentEvent(At, By);
