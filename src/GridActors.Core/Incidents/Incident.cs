using System.Collections.Immutable;
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
/// <param name="HandleDue">Null until acceptance.</param>
/// <param name="AcceptEscalations">How often it climbed because nobody accepted.</param>
/// <param name="ChangedAt">When its last event was decided; the next one is never before it, whatever the clocks of two silos say.</param>
/// <param name="Deadline">Null once closed.</param>
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
    [property: Id(22)] DateTimeOffset ChangedAt = default)
{
    public bool IsOpen => Phase != IncidentPhase.Closed;

    /// <summary>The deadline that its clock runs towards was computed without a published calendar.</summary>
    public bool IsProvisional => IsOpen && (HandleDue ?? AcceptDue).IsProvisional;

    /// <summary>Whether the handle limit was used up at an instant, or at the close where that came first. An act exactly at the deadline is in time.</summary>
    public bool IsOverdueAt(DateTimeOffset now) => HandleDue is { } due && (ClosedAt ?? now) > due.At;
}
