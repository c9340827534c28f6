using System.Collections.Immutable;
using System.Diagnostics;
using GridActors.Core.Incidents;
using GridActors.Core.Measures;
using GridActors.Grains.Divisions;
using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Measures;

/// <summary>
/// Follows the journal and counts what it reads, in every silo: of two that count the same events one writes, and the other one stands
/// back for a while. Nothing waits for it, and after an outage it goes on where it was.
/// </summary>
public sealed partial class MeasureFollower(
    IIncidentFeed feed,
    IIncidentJournal journal,
    IMeasureStore store,
    IRegionDirectory region,
    MeasureMetrics metrics,
    ILogger<MeasureFollower> logger) : BackgroundService
{
    /// <summary>Events of one transaction, which holds an embedded store's write lock: a report waits that long at most.</summary>
    private const int BatchSize = 100;

    /// <summary>All on the machine's clock: the store does not run faster with the product's clock.</summary>
    private static readonly TimeSpan WhenCaughtUp = TimeSpan.FromSeconds(1);

    /// <summary>The least while it catches up: reports have the store's write lock in between.</summary>
    private static readonly TimeSpan BetweenBatches = TimeSpan.FromMilliseconds(50);

    /// <summary>It works for at most one part of so many of its time: what slows a batch down is the load of reports, and that comes first.</summary>
    private const int Parts = 20;

    private static readonly TimeSpan WhenOvertaken = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly ILogger _logger = logger;

    /// <summary>Counts until nothing is left to count. What was in the journal before the call is in the sums after it.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        while (await FollowAsync(ct) != FollowOutcome.CaughtUp)
        {
            ct.ThrowIfCancellationRequested();
        }
    }

    /// <summary>One batch.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public async Task<FollowOutcome> FollowAsync(CancellationToken ct)
    {
        var from = await store.ReadPositionAsync(ct);
        var page = await feed.ReadAsync(from, BatchSize, ct);
        if (page.IsEmpty)
        {
            metrics.CaughtUp();
            return FollowOutcome.CaughtUp;
        }

        metrics.Behind(page[0].Event.At);
        var incidents = ImmutableArray.CreateBuilder<MeasuredIncident>();
        foreach (var changes in page.GroupBy(e => e.Id).Where(changes => changes.Any(c => IncidentMeasures.Concern(c.Event))))
        {
            incidents.Add(await CountAsync(changes.Key, await ReadAsync(changes, ct), ct));
        }

        return await store.WriteAsync(new MeasureBatch(from, page[^1].Position, incidents.ToImmutable()), ct) ? FollowOutcome.Counted : FollowOutcome.Overtaken;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = WhenCaughtUp;
        try
        {
            while (true)
            {
                await Task.Delay(pause, TimeProvider.System, stoppingToken);
                var started = Stopwatch.GetTimestamp();
                var least = await TryFollowAsync(stoppingToken);
                var share = Stopwatch.GetElapsedTime(started) * (Parts - 1);
                pause = least > share ? least : share;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    /// <returns>How long to wait at least before the next round.</returns>
    private async Task<TimeSpan> TryFollowAsync(CancellationToken ct)
    {
        try
        {
            return await FollowAsync(ct) switch
            {
                FollowOutcome.CaughtUp => WhenCaughtUp,
                FollowOutcome.Counted => BetweenBatches,
                _ => WhenOvertaken,
            };
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            LogRoundFailed(_logger, fault);
            return AfterFailure;
        }
    }

    /// <summary>
    /// The incident's whole life: what was just read where that begins with its report, and otherwise the journal's, which may have
    /// gone on since; what is counted ahead is counted again, to the same.
    /// </summary>
    private async Task<ImmutableArray<IncidentEvent>> ReadAsync(IGrouping<IncidentId, FeedEvent> changes, CancellationToken ct) =>
        changes.First().Event is IncidentReported ? [.. changes.Select(c => c.Event)] : await journal.ReadEventsAsync(changes.Key, ct);

    private async Task<MeasuredIncident> CountAsync(IncidentId id, ImmutableArray<IncidentEvent> events, CancellationToken ct)
    {
        var snapshot = await region.AtLeastAsync(0, ct);
        var county = ((IncidentReported)events[0]).Place.County;
        return new MeasuredIncident(id, IncidentMeasures.Of(events, snapshot.CalendarOf(county).UtcOffset));
    }
}
