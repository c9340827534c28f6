using System.Collections.Immutable;
using System.Text;
using GridActors.Core.Divisions;
using GridActors.Core.Webhooks;
using GridActors.Storage.Tests.Incidents;
using GridActors.Storage.Webhooks;

namespace GridActors.Storage.Tests.Webhooks;

/// <summary>Subscriptions and deliveries of one test's store.</summary>
internal static class SampleWebhooks
{
    public const string Township = "652301001000";

    public static SealedSecret Secret { get; } = new("key-1", new byte[] { 1, 2, 3 });

    private static int s_subscriptions;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Their ids are in the order in which they are added.</summary>
    public static async Task<WebhookSubscription> SubscribeAsync(this StorageUnderTest storage, string division = Township, WebhookFilter? filter = null)
    {
        var subscription = new WebhookSubscription(
            new WebhookId(Guid.CreateVersion7(Sample.Monday.AddMilliseconds(Interlocked.Increment(ref s_subscriptions)))), DivisionCode.Parse(division), "https://example.org/hook", filter ?? WebhookFilter.All, Pause: null, Sample.Monday);
        Assert.True(await storage.Webhooks.AddAsync(subscription, Secret, Ct));
        return subscription;
    }

    public static Task<WebhookSubscription?> PauseAsync(this StorageUnderTest storage, WebhookSubscription subscription, PauseReason? reason = PauseReason.Requested) =>
        storage.Webhooks.ChangeAsync(subscription.Id, subscription.Url, subscription.Filter, reason, Ct);

    /// <summary>Queues so many, in order of their ids.</summary>
    public static async Task<ImmutableArray<QueuedDelivery>> QueueAsync(this StorageUnderTest storage, WebhookSubscription subscription, int count, DateTimeOffset? at = null)
    {
        var instant = at ?? Sample.Monday;
        ImmutableArray<QueuedDelivery> deliveries = [.. Enumerable.Range(0, count).Select(i => DeliveryTo(subscription, instant.AddMilliseconds(i)))];
        var start = await storage.Outbox.ReadPositionAsync(Ct);
        Assert.True(await storage.Outbox.WriteAsync(new WebhookBatch(start, start with { Position = start.Position + 1 }, instant, deliveries), Ct));
        return deliveries;
    }

    public static QueuedDelivery DeliveryTo(WebhookSubscription subscription, DateTimeOffset at) =>
        new(new DeliveryId(Guid.CreateVersion7(at)), subscription.Id, Sample.NewId(), 1, "reported", Encoding.UTF8.GetBytes("{}"));

    public static Task<ImmutableArray<LeasedDelivery>> LeaseAsync(this StorageUnderTest storage, DateTimeOffset now, int share = 8, int limit = 32, params ImmutableArray<WebhookId> except) =>
        storage.Deliveries.LeaseAsync(now, now.AddMinutes(1), except, share, limit, Ct);

    public static AttemptResult Delivered(LeasedDelivery leased, DateTimeOffset at) =>
        new(leased.Id, leased.Subscription, leased.Attempt, DeliveryState.Delivered, at, null, null, null);

    public static AttemptResult Failed(LeasedDelivery leased, DateTimeOffset at, DateTimeOffset next, PauseReason? pause = null) =>
        new(leased.Id, leased.Subscription, leased.Attempt, DeliveryState.Waiting, at, next, "503 Service Unavailable", pause);

    public static AttemptResult Dead(LeasedDelivery leased, DateTimeOffset at) =>
        new(leased.Id, leased.Subscription, leased.Attempt, DeliveryState.Dead, at, null, "503 Service Unavailable", null);

    public static Task<ImmutableArray<WebhookDelivery>> ListAsync(this StorageUnderTest storage, WebhookSubscription subscription, DeliveryState? state = null) =>
        storage.Deliveries.ListAsync(subscription.Id, state, null, 500, Ct);
}
