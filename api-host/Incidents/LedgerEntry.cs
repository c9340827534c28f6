using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Incidents;

/// <summary>One interval of an incident's life.</summary>
/// <param name="To">Null while it lasts.</param>
/// <param name="Clock">Which limit it counts against: of acceptance, of handling, or of a department's task.</param>
/// <param name="Running">Whether the clock ran; elapsed time counts only then.</param>
/// <param name="Holder">Who had the incident: <c>post:</c> and a place code, or <c>department:</c> and its code.</param>
/// <param name="Reason">The kind of event that ended it; null while it lasts.</param>
/// <param name="ElapsedSeconds">Of the clock, up to now while it lasts: to the millisecond; office time where the limit is in work hours or work days, time of day and night otherwise.</param>
public sealed record LedgerEntry(
    DateTimeOffset From,
    DateTimeOffset? To,
    LedgerClock Clock,
    bool Running,
    Actor Holder,
    string? Reason,
    double ElapsedSeconds)
{
    /// <param name="kinds">Of events, by the name of their type.</param>
    public static LedgerEntry Of(LedgerInterval interval, IReadOnlyDictionary<string, string> kinds) => new(
        interval.From,
        interval.To,
        interval.Clock,
        interval.IsRunning,
        interval.Holder,
        kinds.GetValueOrDefault(interval.Reason),
        LedgerResource.Seconds(interval.Elapsed));
}
