using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Core.Webhooks;
using GridActors.Grains.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Webhooks;
using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Webhooks;

/// <summary>Queues a delivery for each subscription that wants an event. Without subscriptions it does not read the journal at all.</summary>
public sealed partial class WebhookFollower(
    IIncidentFeed feed,
    IIncidentJournal journal,
    IWebhookOutbox outbox,
    WebhookMetrics metrics,
    TimeProvider clock,
    ILogger<WebhookFollower> logger) : EventFollower(feed, journal, parts: 10)
{
    private readonly ILogger _logger = logger;

    public override async Task<FollowOutcome> FollowAsync(CancellationToken ct)
    {
        if ((await outbox.ListSubscriptionsAsync(ct)).IsEmpty)
        {
            return CaughtUp();
        }

        // In this order: a subscription that is not in the list was added behind the end of the page.
        var from = await outbox.ReadPositionAsync(ct);
        var page = await ReadPageAsync(from, ct);
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
            deliveries.AddRange(Queue(changes, await ReadLifeAsync(changes, ct), subscriptions, now));
        }

        var batch = new WebhookBatch(from, page[^1].Position, now, deliveries.ToImmutable());
        return await outbox.WriteAsync(batch, ct) ? FollowOutcome.Advanced : FollowOutcome.Overtaken;
    }

    protected override void LogRoundFailed(Exception fault) => LogRoundFailed(_logger, fault);

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

    private FollowOutcome CaughtUp()
    {
        metrics.CaughtUp();
        return FollowOutcome.CaughtUp;
    }
}
