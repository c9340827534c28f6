using System.Collections.Immutable;
using System.Diagnostics;
using GridActors.Core.Incidents;
using GridActors.Core.Webhooks;
using GridActors.Storage.Incidents;
using GridActors.Storage.Webhooks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Webhooks;

/// <summary>
/// Follows the journal and queues a delivery for each subscription that wants an event, in every silo: of two that read the same
/// events one writes, and the other one stands back for a while. Without subscriptions it does not read the journal at all.
/// </summary>
public sealed partial class WebhookFollower(
    IIncidentFeed feed,
    IIncidentJournal journal,
    IWebhookOutbox outbox,
    WebhookMetrics metrics,
    TimeProvider clock,
    ILogger<WebhookFollower> logger) : BackgroundService
{
    /// <summary>Events of one transaction, which holds an embedded store's write lock: a report waits that long at most.</summary>
    private const int BatchSize = 100;

    /// <summary>All on the machine's clock: the store does not run faster with the product's clock.</summary>
    private static readonly TimeSpan WhenCaughtUp = TimeSpan.FromSeconds(1);

    /// <summary>The least while it catches up: reports have the store's write lock in between.</summary>
    private static readonly TimeSpan BetweenBatches = TimeSpan.FromMilliseconds(50);

    /// <summary>It works for at most one part of so many of its time: what slows a batch down is the load of reports, and that comes first.</summary>
    private const int Parts = 10;

    private static readonly TimeSpan WhenOvertaken = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly ILogger _logger = logger;

    /// <summary>Queues until nothing is left. What was in the journal before the call waits for its delivery after it.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        while (await FollowAsync(ct) != QueueOutcome.CaughtUp)
        {
            ct.ThrowIfCancellationRequested();
        }
    }

    /// <summary>One batch.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public async Task<QueueOutcome> FollowAsync(CancellationToken ct)
    {
        if ((await outbox.ListSubscriptionsAsync(ct)).IsEmpty)
        {
            return CaughtUp();
        }

        // In this order: a subscription that is not in the list was added behind the end of the page.
        var from = await outbox.ReadPositionAsync(ct);
        var page = await feed.ReadAsync(from, BatchSize, ct);
        var subscriptions = await outbox.ListSubscriptionsAsync(ct);
        if (page.IsEmpty || subscriptions.IsEmpty)
        {
            return CaughtUp();
        }

        metrics.Behind(page[0].Event.At);
        var now = clock.NowInMilliseconds();
        var deliveries = ImmutableArray.CreateBuilder<QueuedDelivery>();
        foreach (var changes in page.GroupBy(e => e.Id).Where(changes => IsWanted(changes, subscriptions)))
        {
            deliveries.AddRange(Queue(changes, await ReadAsync(changes, ct), subscriptions, now));
        }

        var batch = new WebhookBatch(from, page[^1].Position, now, deliveries.ToImmutable());
        return await outbox.WriteAsync(batch, ct) ? QueueOutcome.Queued : QueueOutcome.Overtaken;
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

    /// <summary>By the kinds of the events alone; spares the reading of an incident that nobody wants to hear of.</summary>
    private static bool IsWanted(IEnumerable<FeedEvent> changes, ImmutableArray<WebhookSubscription> subscriptions) =>
        changes.Any(c => subscriptions.Any(s => s.Filter.HasKind(CloudEvent.KindOf(c.Event))));

    /// <param name="life">All events of the incident, the last of the page at least.</param>
    private static IEnumerable<QueuedDelivery> Queue(
        IGrouping<IncidentId, FeedEvent> changes, ImmutableArray<IncidentEvent> life, ImmutableArray<WebhookSubscription> subscriptions, DateTimeOffset now)
    {
        var versions = changes.Select(c => c.Version).ToHashSet();
        Incident? incident = null;
        foreach (var change in life)
        {
            incident = IncidentEvolution.Evolve(incident, change);
            if (!versions.Contains(incident.Version))
            {
                continue;
            }

            var kind = CloudEvent.KindOf(change);
            ImmutableArray<WebhookSubscription> told = [.. subscriptions.Where(s => s.Wants(incident, kind))];
            var body = told.IsEmpty ? [] : CloudEvent.Write(incident, change);
            foreach (var subscription in told)
            {
                yield return new QueuedDelivery(new DeliveryId(Guid.CreateVersion7(now)), subscription.Id, incident.Id, incident.Version, kind, body);
            }
        }
    }

    private QueueOutcome CaughtUp()
    {
        metrics.CaughtUp();
        return QueueOutcome.CaughtUp;
    }

    /// <returns>How long to wait at least before the next round.</returns>
    private async Task<TimeSpan> TryFollowAsync(CancellationToken ct)
    {
        try
        {
            return await FollowAsync(ct) switch
            {
                QueueOutcome.CaughtUp => WhenCaughtUp,
                QueueOutcome.Queued => BetweenBatches,
                _ => WhenOvertaken,
            };
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            LogRoundFailed(_logger, fault);
            return AfterFailure;
        }
    }

    /// <summary>The incident's whole life: what was just read where that begins with its report, and otherwise the journal's.</summary>
    private async Task<ImmutableArray<IncidentEvent>> ReadAsync(IGrouping<IncidentId, FeedEvent> changes, CancellationToken ct) =>
        changes.First().Event is IncidentReported ? [.. changes.Select(c => c.Event)] : await journal.ReadEventsAsync(changes.Key, ct);
}
