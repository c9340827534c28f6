using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Incidents;

/// <summary>How far a report has come, for whoever has its tracking code: nothing about a person.</summary>
/// <param name="Outcome">How it ended; null while it is open.</param>
/// <param name="Merged">It was reported before: phase, holder, steps and what comes next are those of the incident that it was merged into.</param>
/// <param name="HeldBy">Who has it now; null once it is closed.</param>
/// <param name="Next">What comes next, and by when; null once there is nothing to come.</param>
/// <param name="Result">What was done; null until it is closed with a result.</param>
/// <param name="Rating">Of this report; null until it is rated.</param>
/// <param name="Steps">What happened, oldest first.</param>
public sealed record TrackResource(
    TrackingCode TrackingCode,
    ItemCode ItemCode,
    DateTimeOffset ReportedAt,
    IncidentPhase Phase,
    IncidentOutcome? Outcome,
    bool Merged,
    HeldByResource? HeldBy,
    NextStepResource? Next,
    string? Result,
    RatingResource? Rating,
    ImmutableArray<TrackStep> Steps);

/// <summary>The post that has it.</summary>
/// <param name="Name">Of the division; of a grid its code.</param>
/// <param name="Departments">Codes of the departments at work on it.</param>
public sealed record HeldByResource(Tier Tier, string DivisionCode, string Name, ImmutableArray<string> Departments);

/// <summary>What comes next.</summary>
/// <param name="What">"accept", "handle", "resume", "check" or "rate".</param>
/// <param name="By">By when; null where nothing says so.</param>
/// <param name="Provisional">The instant crosses a year without a published calendar.</param>
/// <param name="Text">The same in English.</param>
/// <param name="TextZh">The same in Chinese.</param>
public sealed record NextStepResource(string What, DateTimeOffset? By, bool Provisional, string Text, string TextZh);

/// <summary>One thing that happened.</summary>
/// <param name="Kind">As in the timeline of an incident.</param>
public sealed record TrackStep(DateTimeOffset At, string Kind);
