using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;

namespace GridActors.ApiHost.Incidents;

/// <summary>Where an incident's time went.</summary>
/// <param name="Items">The incident's own clock, from the report to the close.</param>
/// <param name="Tasks">The clocks of the departments that worked on it, by department.</param>
/// <param name="Sums">Running time by clock and holder.</param>
public sealed record LedgerResource(ImmutableArray<LedgerEntry> Items, ImmutableArray<LedgerEntry> Tasks, ImmutableArray<LedgerSumResource> Sums)
{
    public static LedgerResource Of(ImmutableArray<IncidentEvent> events, CalendarHistory calendars, DateTimeOffset now)
    {
        var kinds = events.DistinctBy(e => e.GetType()).ToDictionary(e => e.GetType().Name, TimelineEntry.KindOf);
        var ledger = IncidentLedger.Of(events, calendars, now);
        return new LedgerResource(
            [.. ledger.Own.Select(i => LedgerEntry.Of(i, kinds))],
            [.. ledger.Tasks.Select(i => LedgerEntry.Of(i, kinds))],
            [.. ledger.Sums.Select(s => new LedgerSumResource(s.Holder, s.Clock, Seconds(s.Elapsed)))]);
    }

    /// <summary>To the millisecond.</summary>
    internal static double Seconds(TimeSpan elapsed) => Math.Round(elapsed.TotalSeconds, 3);
}

/// <summary>How much of a clock's running time one holder had.</summary>
/// <param name="Holder"><c>post:</c> and a place code, or <c>department:</c> and its code.</param>
public sealed record LedgerSumResource(Actor Holder, LedgerClock Clock, double ElapsedSeconds);
