using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Departments;

/// <param name="Tasks">The departments that have it anew, each with its clock; who had it already is not among them.</param>
[GenerateSerializer, Immutable, Alias("incident.dispatched.v1")]
public sealed record IncidentDispatched(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] ImmutableArray<TaskDispatched> Tasks,
    [property: Id(1)] Explanation Why) : IncidentEvent(At, By);

/// <summary>One department's part of a dispatch.</summary>
[GenerateSerializer, Immutable, Alias("task-dispatched")]
public sealed record TaskDispatched(
    [property: Id(0)] DepartmentCode Department,
    [property: Id(1)] bool IsLead,
    [property: Id(2)] ClockRun Run,
    [property: Id(3)] Deadline Due);

[GenerateSerializer, Immutable, Alias("incident.task-accepted.v1")]
public sealed record TaskAccepted(DateTimeOffset At, Actor By, [property: Id(0)] DepartmentCode Department) : IncidentEvent(At, By);

/// <summary>The department's clock pauses; the incident's own runs on, with whoever dispatched it.</summary>
/// <param name="Left">Running time that was left of the department's limit.</param>
[GenerateSerializer, Immutable, Alias("incident.task-returned.v1")]
public sealed record TaskReturned(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] DepartmentCode Department,
    [property: Id(1)] string Reason,
    [property: Id(2)] TimeSpan Left) : IncidentEvent(At, By);

/// <summary>Returned as often as it may be: the next centre up has it, and its decision binds.</summary>
[GenerateSerializer, Immutable, Alias("incident.raised-for-decision.v1")]
public sealed record IncidentRaisedForDecision(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] Post From,
    [property: Id(1)] Post To,
    [property: Id(2)] Explanation Why) : IncidentEvent(At, By);

/// <summary>The department's clock stands still; it runs on only if the result is sent back.</summary>
/// <param name="Left">Running time that was left of the department's limit.</param>
[GenerateSerializer, Immutable, Alias("incident.task-result-submitted.v1")]
public sealed record TaskResultSubmitted(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] DepartmentCode Department,
    [property: Id(1)] string Result,
    [property: Id(2)] TimeSpan Left) : IncidentEvent(At, By);

/// <summary>The check failed: the lead goes on, with what was left of its limit.</summary>
[GenerateSerializer, Immutable, Alias("incident.task-reworked.v1")]
public sealed record TaskReworked(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] DepartmentCode Department,
    [property: Id(1)] ClockRun Run,
    [property: Id(2)] Deadline Due) : IncidentEvent(At, By);

/// <param name="MissedDue">The department's deadline.</param>
[GenerateSerializer, Immutable, Alias("incident.task-overdue.v1")]
public sealed record TaskOverdue(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] DepartmentCode Department,
    [property: Id(1)] DateTimeOffset MissedDue) : IncidentEvent(At, By);

/// <summary>The calendar that a provisional deadline of a department lacked was published.</summary>
[GenerateSerializer, Immutable, Alias("incident.task-due-recomputed.v1")]
public sealed record TaskDueRecomputed(
    DateTimeOffset At,
    Actor By,
    [property: Id(0)] DepartmentCode Department,
    [property: Id(1)] Deadline Due) : IncidentEvent(At, By);
