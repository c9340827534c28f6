using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using GridActors.Core.Divisions;
using GridActors.Core.Webhooks;
using GridActors.Grains.Webhooks;
using GridActors.Grains.Tests.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Testing;

namespace GridActors.Grains.Tests.Webhooks;

/// <summary>A follower over a journal and an outbox in memory that fail when the test says so.</summary>
public sealed class QueueUnderTest : JournalInMemory, IWebhookOutbox, IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public QueueUnderTest()
    {
        var meters = _services.GetRequiredService<IMeterFactory>();
        Follower = new WebhookFollower(this, this, this, new WebhookMetrics(meters, Clock), Clock, new FakeLogger<WebhookFollower>());
        Lag = new MetricCollector<double>(meters, WebhookMetrics.MeterName, "gridactors.webhooks.lag");
    }

    public WebhookFollower Follower { get; }

    public MetricCollector<double> Lag { get; }

    public List<WebhookSubscription> Subscriptions { get; } = [];

    public List<QueuedDelivery> Queued { get; } = [];

    public WebhookSubscription Subscribe(DivisionCode division, WebhookFilter? filter = null)
    {
        var subscription = new WebhookSubscription(
            new WebhookId(Guid.CreateVersion7()), division, "https://receiver.example", filter ?? WebhookFilter.All, Pause: null, Clock.GetUtcNow());
        Subscriptions.Add(subscription);
        return subscription;
    }

    Task<ImmutableArray<WebhookSubscription>> IWebhookOutbox.ListSubscriptionsAsync(CancellationToken ct) => Task.FromResult<ImmutableArray<WebhookSubscription>>([.. Subscriptions]);

    Task<FeedPosition> IWebhookOutbox.ReadPositionAsync(CancellationToken ct) => Task.FromResult(Position);

    Task<bool> IWebhookOutbox.WriteAsync(WebhookBatch batch, CancellationToken ct) =>
        Task.FromResult(TryWrite(batch.From, batch.To, () => Queued.AddRange(batch.Deliveries)));

    public void Dispose()
    {
        Lag.Dispose();
        Follower.Dispose();
        _services.Dispose();
    }
}
