namespace GridActors.Core.Incidents;

/// <summary>One interval of an incident's life: which clock it belongs to, whether it ran, who had the incident, and what ended it.</summary>
/// <param name="To">Null for the interval that lasts.</param>
/// <param name="Holder">The department that has the lead, or else the post that holds the incident; of a task its department.</param>
/// <param name="Reason">The kind of event that ended it; empty while it lasts.</param>
/// <param name="Elapsed">Running time, up to now while it lasts; zero where the clock stood still.</param>
public sealed record LedgerInterval(
    DateTimeOffset From,
    DateTimeOffset? To,
    LedgerClock Clock,
    bool IsRunning,
    Actor Holder,
    string Reason,
    TimeSpan Elapsed);
