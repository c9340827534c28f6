using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.Webhooks;
using GridActors.Grains.Webhooks;
using GridActors.Hosting.Webhooks;
using GridActors.Storage.Incidents;
using GridActors.Storage.Sqlite;
using GridActors.Storage.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace GridActors.Api.Tests.Webhooks;

/// <summary>A dispatcher on a store of its own, on a clock that the test moves.</summary>
internal sealed class DispatchUnderTest : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("gridactors-webhooks-");
    private readonly ServiceProvider _services;
    private readonly WebhookSender _sender;
    private readonly UnreliableDeliveries _store;

    public DispatchUnderTest(bool allowPrivate = true, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null, TimeSpan? patience = null)
    {
        _services = new ServiceCollection().AddLogging()
            .AddSqliteStorage(new SqliteStorageOptions { DatabasePath = Path.Combine(_directory.FullName, SqliteStorageOptions.FileName) })
            .BuildServiceProvider();
        _services.GetRequiredService<SqliteDatabase>().Migrate();
        Keys = SecretKeys.LoadOrCreate(Path.Combine(_directory.FullName, "webhooks.key"));
        _store = new UnreliableDeliveries(_services.GetRequiredService<IWebhookDeliveries>());
        var meters = _services.GetRequiredService<IMeterFactory>();
        var metrics = new WebhookMetrics(meters, Clock);
        Attempts = new MetricCollector<long>(meters, WebhookMetrics.MeterName, "gridactors.webhooks.attempts");
        var options = new WebhookOptions { AllowInsecure = true, AllowPrivateAddresses = allowPrivate };
        _sender = new WebhookSender(new GuardedConnection(allowPrivate, resolve ?? GuardedConnection.SystemResolver), Keys, options, Clock, patience);
        Dispatcher = new WebhookDispatcher(_store, _sender, metrics, Clock, NullLogger<WebhookDispatcher>.Instance);
        Keeper = new WebhookKeeper(_store, metrics, Clock, NullLogger<WebhookKeeper>.Instance);
    }

    public MovedClock Clock { get; } = new();

    public SecretKeys Keys { get; }

    public WebhookDispatcher Dispatcher { get; }

    public WebhookKeeper Keeper { get; }

    public MetricCollector<long> Attempts { get; }

    /// <summary>Happens when an attempt was made and its outcome is about to be written.</summary>
    public Action OnSettling { set => _store.OnSettling = value; }

    public IEnumerable<object?> Outcomes => Attempts.GetMeasurementSnapshot().Select(m => m.Tags["outcome"]);

    /// <summary>What a gauge shows.</summary>
    public T Read<T>(string gauge)
        where T : struct
    {
        using var collector = new MetricCollector<T>(_services.GetRequiredService<IMeterFactory>(), WebhookMetrics.MeterName, gauge);
        collector.RecordObservableInstruments();
        return collector.LastMeasurement!.Value;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <returns>Its id and its secret.</returns>
    public async Task<(WebhookId Id, string Secret)> SubscribeAsync(string url)
    {
        var id = new WebhookId(Guid.CreateVersion7(Clock.GetUtcNow()));
        var secret = WebhookSignatures.FreshSecret();
        var subscription = new WebhookSubscription(id, DivisionCode.Parse(Demo.County), url, WebhookFilter.All, Pause: null, Clock.GetUtcNow());
        Assert.True(await _services.GetRequiredService<IWebhookSubscriptions>().AddAsync(subscription, Keys.Seal(id, secret), Ct));
        return (id, WebhookSignatures.TextOf(secret));
    }

    public async Task QueueAsync(WebhookId subscription, int count = 1)
    {
        var outbox = _services.GetRequiredService<IWebhookOutbox>();
        var from = await outbox.ReadPositionAsync(Ct);
        var now = Clock.GetUtcNow();
        ImmutableArray<QueuedDelivery> deliveries =
        [
            .. Enumerable.Range(0, count).Select(_ => new QueuedDelivery(
                new DeliveryId(Guid.CreateVersion7(now)), subscription, new IncidentId(Guid.CreateVersion7(now)), 1, "reported", Encoding.UTF8.GetBytes("{\"subject\":\"x\"}"))),
        ];
        Assert.True(await outbox.WriteAsync(new WebhookBatch(from, new FeedPosition(0, from.Position + 1), now, deliveries), Ct));
    }

    public Task DispatchAsync() => Dispatcher.DispatchAsync(Ct);

    public Task<ImmutableArray<WebhookDelivery>> ListAsync(WebhookId subscription) => _store.ListAsync(subscription, null, null, 10, Ct);

    public async Task<WebhookDelivery> GetDeliveryAsync(WebhookId subscription) => Assert.Single(await ListAsync(subscription));

    public Task<WebhookSubscription?> GetSubscriptionAsync(WebhookId id) => _services.GetRequiredService<IWebhookSubscriptions>().FindAsync(id, Ct);

    public async ValueTask DisposeAsync()
    {
        Attempts.Dispose();
        Dispatcher.Dispose();
        Keeper.Dispose();
        _sender.Dispose();
        await _services.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    /// <summary>A clock that stands still between two moves.</summary>
    internal sealed class MovedClock : TimeProvider
    {
        private DateTimeOffset _now = new(2025, 3, 3, 3, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Move(TimeSpan time) => _now += time;

        public void MoveTo(DateTimeOffset instant) => _now = instant;
    }

    private sealed class UnreliableDeliveries(IWebhookDeliveries inner) : IWebhookDeliveries
    {
        public Action OnSettling { get; set; } = () => { };

        public Task<ImmutableArray<LeasedDelivery>> LeaseAsync(DateTimeOffset now, DateTimeOffset until, ImmutableArray<WebhookId> except, int share, int limit, CancellationToken ct) =>
            inner.LeaseAsync(now, until, except, share, limit, ct);

        public Task SettleAsync(AttemptResult result, CancellationToken ct)
        {
            OnSettling();
            return inner.SettleAsync(result, ct);
        }

        public Task<ImmutableArray<WebhookDelivery>> ListAsync(WebhookId subscription, DeliveryState? state, DeliveryId? after, int limit, CancellationToken ct) =>
            inner.ListAsync(subscription, state, after, limit, ct);

        public Task<WebhookDelivery?> ReplayAsync(WebhookId subscription, DeliveryId id, DateTimeOffset now, CancellationToken ct) =>
            inner.ReplayAsync(subscription, id, now, ct);

        public Task<int> ReplayDeadAsync(WebhookId subscription, DateTimeOffset now, int limit, CancellationToken ct) =>
            inner.ReplayDeadAsync(subscription, now, limit, ct);

        public Task<WebhookBacklog> CountAsync(int limit, CancellationToken ct) => inner.CountAsync(limit, ct);

        public Task<int> TidyAsync(WebhookTidying tidying, int limit, CancellationToken ct) => inner.TidyAsync(tidying, limit, ct);
    }
}
