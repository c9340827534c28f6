namespace GridActors.Core.Incidents;

/// <summary>The incident is another report of one that is known: it closes as a duplicate, and its requester hears of the other. The other one is told first, see <see cref="JoinReporter"/>.</summary>
[GenerateSerializer, Immutable, Alias("merge-incident")]
public sealed record MergeIncident([property: Id(0)] IncidentId Into, Actor? By = null) : PostCommand(By);

/// <summary>It was no duplicate: it opens again where it was.</summary>
[GenerateSerializer, Immutable, Alias("unmerge-incident")]
public sealed record UnmergeIncident(Actor? By = null) : PostCommand(By);

/// <summary>The reporter of another incident waits for this one too.</summary>
[GenerateSerializer, Immutable, Alias("join-reporter")]
public sealed record JoinReporter([property: Id(0)] IncidentId From, [property: Id(1)] TrackingCode TrackingCode, Actor? By = null) : PostCommand(By);

/// <summary>The reporter of another incident waits for that one alone again.</summary>
[GenerateSerializer, Immutable, Alias("leave-reporter")]
public sealed record LeaveReporter([property: Id(0)] IncidentId From, Actor? By = null) : PostCommand(By);
