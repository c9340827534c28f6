using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;

namespace GridActors.ApiHost.Incidents;

/// <summary>One interval of an incident's life.</summary>
/// <param name="To">Null while it lasts.</param>
/// <param name="Clock">Which limit it counts against.</param>
/// <param name="Running">Whether the clock ran; elapsed time counts only then.</param>
/// <param name="Holder">Who held the incident.</param>
/// <param name="Reason">The kind of event that ended it; null while it lasts.</param>
/// <param name="ElapsedSeconds">Of the clock, up to now while it lasts: to the millisecond; office time where the limit is in work hours or work days, time of day and night otherwise.</param>
public sealed record LedgerEntry(
    DateTimeOffset From,
    DateTimeOffset? To,
    LedgerClock Clock,
    bool Running,
    PostResource Holder,
    string? Reason,
    double ElapsedSeconds)
{
    public static ImmutableArray<LedgerEntry> ListOf(Incident incident, ImmutableArray<IncidentEvent> events, CalendarHistory calendars, DateTimeOffset now)
    {
        var kinds = events.DistinctBy(e => e.GetType()).ToDictionary(e => e.GetType().Name, TimelineEntry.KindOf);
        return [.. IncidentLedger.Of(events).Select(i => Of(i, kinds.GetValueOrDefault(i.Reason), incident.Item, calendars, now))];
    }

    private static LedgerEntry Of(LedgerInterval interval, string? reason, PinnedItem item, CalendarHistory calendars, DateTimeOffset now)
    {
        var limit = interval.Clock == LedgerClock.Accept ? item.AcceptLimit : item.HandleLimit;
        return new LedgerEntry(
            interval.From,
            interval.To,
            interval.Clock,
            // No rule stops a clock: every interval runs.
            Running: true,
            PostResource.Of(interval.Holder),
            reason,
            Math.Round(calendars.Elapsed(interval.From, interval.To ?? now, limit.Unit).TotalSeconds, 3));
    }
}
