using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.Webhooks;
using GridActors.Core.WorkingTime;
using GridActors.Grains.Webhooks;
using GridActors.Storage.Incidents;
using GridActors.Storage.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GridActors.Grains.Tests.Webhooks;

/// <summary>A follower over a journal and an outbox in memory that fail when the test says so.</summary>
public sealed class QueueUnderTest : IIncidentFeed, IIncidentJournal, IWebhookOutbox, IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly List<FeedEvent> _journal = [];
    private FeedPosition _position;

    public QueueUnderTest()
    {
        var meters = _services.GetRequiredService<IMeterFactory>();
        Follower = new WebhookFollower(this, this, this, new WebhookMetrics(meters, Clock), Clock, new FakeLogger<WebhookFollower>());
        Lag = new MetricCollector<double>(meters, WebhookMetrics.MeterName, "gridactors.webhooks.lag");
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 1, 2, 3, 0, 0, TimeSpan.Zero));

    public WebhookFollower Follower { get; }

    public MetricCollector<double> Lag { get; }

    public List<WebhookSubscription> Subscriptions { get; } = [];

    public List<QueuedDelivery> Queued { get; } = [];

    /// <summary>Happens when the feed was read.</summary>
    public Action OnRead { get; set; } = () => { };

    /// <summary>Happens in front of a write.</summary>
    public Action OnWriting { get; set; } = () => { };

    /// <summary>Happens when a write is durable and before its writer hears of it.</summary>
    public Action OnWritten { get; set; } = () => { };

    public int FeedReads { get; private set; }

    public int LivesRead { get; private set; }

    public WebhookSubscription Subscribe(DivisionCode division, WebhookFilter? filter = null)
    {
        var subscription = new WebhookSubscription(
            new WebhookId(Guid.CreateVersion7()), division, "https://receiver.example", filter ?? WebhookFilter.All, Pause: null, Clock.GetUtcNow());
        Subscriptions.Add(subscription);
        return subscription;
    }

    public IncidentId Report(Tier floor = Tier.Grid)
    {
        var id = new IncidentId(Guid.CreateVersion7());
        var now = Clock.GetUtcNow();
        var post = Post.Of(TestRegion.Township);
        Append(id, new IncidentReported(
            now,
            Actor.Requester,
            id,
            TrackingCode.FromBits(1),
            new ReportContent("井盖缺失", "test", null, null, "digest"),
            new ReportedPlace([TestRegion.Grid], TestRegion.County, null, floor),
            new PinnedItem(ItemCode.Parse("0101"), 1, Severity.S2, new Limit(15, LimitUnit.Minute), new Limit(2, LimitUnit.WorkHour)),
            post,
            [],
            new Deadline(now.AddMinutes(15), IsProvisional: false),
            new Explanation(now, RoutingRule.StartTier, post, [], 1, 1)));
        return id;
    }

    public void Append(IncidentId id, IncidentEvent change) =>
        _journal.Add(new FeedEvent(new FeedPosition(0, _journal.Count + 1), id, 1 + _journal.Count(e => e.Id == id), change));

    /// <summary>As another follower that had read the same would.</summary>
    public void MovePosition() => _position = _journal[^1].Position;

    Task<ImmutableArray<FeedEvent>> IIncidentFeed.ReadAsync(FeedPosition after, int limit, CancellationToken ct)
    {
        FeedReads++;
        ImmutableArray<FeedEvent> page = [.. _journal.Where(e => e.Position.Position > after.Position).Take(limit)];
        OnRead();
        return Task.FromResult(page);
    }

    Task<ImmutableArray<IncidentEvent>> IIncidentJournal.ReadEventsAsync(IncidentId id, CancellationToken ct)
    {
        LivesRead++;
        return Task.FromResult<ImmutableArray<IncidentEvent>>([.. _journal.Where(e => e.Id == id).Select(e => e.Event)]);
    }

    Task<AppendResult> IIncidentJournal.AppendAsync(IncidentAppend append, CancellationToken ct) => throw new NotSupportedException();

    Task<Incident?> IIncidentJournal.FindAsync(IncidentId id, CancellationToken ct) => throw new NotSupportedException();

    Task<ImmutableArray<WebhookSubscription>> IWebhookOutbox.ListSubscriptionsAsync(CancellationToken ct) => Task.FromResult<ImmutableArray<WebhookSubscription>>([.. Subscriptions]);

    Task<FeedPosition> IWebhookOutbox.ReadPositionAsync(CancellationToken ct) => Task.FromResult(_position);

    Task<bool> IWebhookOutbox.WriteAsync(WebhookBatch batch, CancellationToken ct)
    {
        OnWriting();
        if (_position != batch.From)
        {
            return Task.FromResult(false);
        }

        _position = batch.To;
        Queued.AddRange(batch.Deliveries);
        OnWritten();
        return Task.FromResult(true);
    }

    public void Dispose()
    {
        Lag.Dispose();
        Follower.Dispose();
        _services.Dispose();
    }
}
