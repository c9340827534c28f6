using System.Collections.Immutable;
using System.Diagnostics;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using Microsoft.Extensions.Hosting;

namespace GridActors.Grains.Incidents;

/// <summary>
/// Follows the journal in every silo: of two that read the same events one writes what follows from them, and the other one stands back for
/// a while. Nothing waits for it, reports go first, and after an outage it goes on where it was.
/// </summary>
/// <param name="parts">It works for at most one part of so many of its time: what slows a batch down is the load of reports, and that comes first.</param>
public abstract class JournalFollower(IIncidentFeed feed, IIncidentJournal journal, int parts) : BackgroundService
{
    /// <summary>Events of one transaction, which holds an embedded store's write lock: a report waits that long at most.</summary>
    private const int BatchSize = 100;

    /// <summary>All on the machine's clock: the store does not run faster with the product's clock.</summary>
    private static readonly TimeSpan WhenCaughtUp = TimeSpan.FromSeconds(1);

    /// <summary>The least while it catches up: reports have the store's write lock in between.</summary>
    private static readonly TimeSpan BetweenBatches = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan WhenOvertaken = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>One batch.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public abstract Task<FollowOutcome> FollowAsync(CancellationToken ct);

    /// <summary>Until nothing is left. What was in the journal before the call is dealt with after it.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        while (await FollowAsync(ct) != FollowOutcome.CaughtUp)
        {
            ct.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The events of the next batch.</summary>
    protected Task<ImmutableArray<FeedEvent>> ReadPageAsync(FeedPosition from, CancellationToken ct) => feed.ReadAsync(from, BatchSize, ct);

    /// <summary>
    /// The whole life of the incident that these events of a page are of: the page's own where it begins with the report, and otherwise the
    /// journal's, which may have gone on since.
    /// </summary>
    protected async Task<ImmutableArray<IncidentEvent>> ReadLifeAsync(IGrouping<IncidentId, FeedEvent> changes, CancellationToken ct) =>
        changes.First().Event is IncidentReported ? [.. changes.Select(c => c.Event)] : await journal.ReadEventsAsync(changes.Key, ct);

    /// <summary>Says in the log that a round failed and is tried again.</summary>
    protected abstract void LogRoundFailed(Exception fault);

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
                var share = Stopwatch.GetElapsedTime(started) * (parts - 1);
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
                FollowOutcome.Advanced => BetweenBatches,
                _ => WhenOvertaken,
            };
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            LogRoundFailed(fault);
            return AfterFailure;
        }
    }
}
