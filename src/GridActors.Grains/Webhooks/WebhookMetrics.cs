using System.Diagnostics.Metrics;
using GridActors.Storage.Webhooks;

namespace GridActors.Grains.Webhooks;

/// <summary>How webhooks do. Each is described in docs/observability.md.</summary>
public sealed class WebhookMetrics
{
    public const string MeterName = "GridActors.Webhooks";

    private readonly TimeProvider _clock;
    private readonly Counter<long> _attempts;
    private long _oldestEvent = long.MaxValue;
    private long _oldestWaiting = long.MaxValue;
    private int _waiting;
    private int _dead;

    public WebhookMetrics(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        var meter = meters.Create(MeterName);
        _attempts = meter.CreateCounter<long>("gridactors.webhooks.attempts", "{attempt}", "Attempts to deliver by what became of them.");
        meter.CreateObservableGauge("gridactors.webhooks.lag", () => AgeOf(ref _oldestEvent), "s", "How old the oldest event is that no delivery was made of yet, as this silo last saw it.");
        meter.CreateObservableGauge("gridactors.webhooks.waiting", () => Volatile.Read(ref _waiting), "{delivery}", "Deliveries of all silos that wait.");
        meter.CreateObservableGauge("gridactors.webhooks.oldest_waiting", () => AgeOf(ref _oldestWaiting), "s", "How long the oldest delivery has waited, paused subscriptions left aside.");
        meter.CreateObservableGauge("gridactors.webhooks.dead", () => Volatile.Read(ref _dead), "{delivery}", "Dead letters of all silos.");
    }

    /// <param name="outcome">One of those in docs/observability.md.</param>
    public void Attempted(string outcome) => _attempts.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Counted(WebhookBacklog backlog)
    {
        Volatile.Write(ref _waiting, backlog.Waiting);
        Volatile.Write(ref _dead, backlog.Dead);
        Volatile.Write(ref _oldestWaiting, backlog.OldestWaitingSince?.UtcTicks ?? long.MaxValue);
    }

    internal void Behind(DateTimeOffset oldest) => Volatile.Write(ref _oldestEvent, oldest.UtcTicks);

    internal void CaughtUp() => Volatile.Write(ref _oldestEvent, long.MaxValue);

    private double AgeOf(ref long ticks) => Math.Max(0, (_clock.GetUtcNow().UtcTicks - Volatile.Read(ref ticks)) / (double)TimeSpan.TicksPerSecond);
}
