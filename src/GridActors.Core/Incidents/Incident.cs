using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GridActors.Core.Catalogue;
using GridActors.Core.Departments;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Incidents;

/// <summary>The state of an incident: the fold of its events, see <see cref="IncidentEvolution"/>.</summary>
/// <param name="Version">Number of events folded; the last one carries it.</param>
/// <param name="HeldSince">When its holder got it.</param>
/// <param name="OverdueSteps">0 in time; 1 once the handle limit ran out, one more with each further half of it.</param>
/// <param name="Handler">The worker assigned or at work; null where the holder has not named one.</param>
/// <param name="Supervisor">The tier that watches an overdue incident.</param>
/// <param name="AcceptDue">Of the tier that holds it, or of the one that accepted it.</param>
/// <param name="HandleDue">Null until acceptance, and while it is suspended.</param>
/// <param name="AcceptEscalations">How often it climbed because nobody accepted.</param>
/// <param name="ChangedAt">When its last event was decided; the next one is never before it, whatever the clocks of two silos say.</param>
/// <param name="Deadline">Of its own clock; departments at work on it have their own. Null once closed.</param>
/// <param name="Dispatch">The departments at work on it; null where none ever was.</param>
/// <param name="Run">How its handle clock runs since the last extension, suspension or reopening; null where it runs from the acceptance with the limit of its item.</param>
/// <param name="Extension">Asked for, not yet decided.</param>
/// <param name="Extensions">How many were granted.</param>
/// <param name="Rating">Of its own requester.</param>
/// <param name="MergedInto">The incident that it was a duplicate of.</param>
/// <param name="CommandKeys">Of its last commands, oldest first; default where none had one. No event has them, see <see cref="Incidents.CommandKeys"/>.</param>
/// <param name="Joined">Reporters of incidents merged into this one; default where there are none.</param>
[GenerateSerializer, Immutable, Alias("incident")]
public sealed record Incident(
    [property: Id(0)] IncidentId Id,
    [property: Id(1)] int Version,
    [property: Id(2)] TrackingCode TrackingCode,
    [property: Id(3)] ReportContent Content,
    [property: Id(4)] ReportedPlace Place,
    [property: Id(5)] PinnedItem Item,
    [property: Id(6)] DateTimeOffset ReportedAt,
    [property: Id(7)] IncidentPhase Phase,
    [property: Id(8)] Post Holder,
    [property: Id(9)] DateTimeOffset HeldSince,
    [property: Id(10)] Deadline AcceptDue,
    [property: Id(11)] NextDeadline? Deadline,
    [property: Id(12)] ImmutableArray<Explanation> Why,
    [property: Id(13)] IncidentOutcome? Outcome = null,
    [property: Id(14)] WorkerId? Handler = null,
    [property: Id(15)] Post? Supervisor = null,
    [property: Id(16)] DateTimeOffset? AcceptedAt = null,
    [property: Id(17)] Deadline? HandleDue = null,
    [property: Id(18)] SubmittedResult? Result = null,
    [property: Id(19)] DateTimeOffset? ClosedAt = null,
    [property: Id(20)] int AcceptEscalations = 0,
    [property: Id(21)] int OverdueSteps = 0,
    [property: Id(22)] DateTimeOffset ChangedAt = default,
    [property: Id(23)] Dispatch? Dispatch = null,
    [property: Id(24)] ClockRun? Run = null,
    [property: Id(25)] Extension? Extension = null,
    [property: Id(26), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Extensions = 0,
    [property: Id(27)] Suspension? Suspension = null,
    [property: Id(28)] Rating? Rating = null,
    [property: Id(29)] IncidentId? MergedInto = null,
    [property: Id(30), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ImmutableArray<JoinedReporter> Joined = default,
    [property: Id(31), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Reopenings = 0,
    [property: Id(32), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ImmutableArray<CommandKey> CommandKeys = default)
{
    public bool IsOpen => Phase != IncidentPhase.Closed;

    public bool IsEmergency => Item.Severity == Severity.S1;

    /// <summary>A deadline that one of its clocks runs towards was computed without a published calendar.</summary>
    public bool IsProvisional => Phase is not (IncidentPhase.Suspended or IncidentPhase.Closed)
        && ((HandleDue ?? AcceptDue).IsProvisional || OpenTasks.Any(t => t.Due is { IsProvisional: true }));

    /// <summary>What the clock fires next, for the incident or for a department at work on it; null once closed.</summary>
    public NextDeadline? NextDeadline => Dispatch is null || FirstTaskDue is not { } task || !(task < Deadline?.DueAt) ? Deadline : new NextDeadline(DeadlineKind.Task, task);

    /// <summary>Departments that have it and have not answered.</summary>
    [JsonIgnore]
    public IEnumerable<DepartmentTask> OpenTasks => Dispatch?.Tasks.Where(t => t.IsOpen) ?? [];

    /// <summary>Reporters of incidents merged into this one.</summary>
    [JsonIgnore]
    public ImmutableArray<JoinedReporter> JoinedReporters => Joined.IsDefault ? [] : Joined;

    private DateTimeOffset? FirstTaskDue => OpenTasks.Where(t => !t.IsOverdue).Min(t => t.Due?.At);

    /// <summary>Whether the handle limit was used up at an instant, or at the close where that came first. An act exactly at the deadline is in time.</summary>
    public bool IsOverdueAt(DateTimeOffset now) => HandleDue is { } due && (ClosedAt ?? now) > due.At;
}
