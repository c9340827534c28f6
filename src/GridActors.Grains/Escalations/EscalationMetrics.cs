using System.Diagnostics.Metrics;

namespace GridActors.Grains.Escalations;

/// <summary>What the clock of this silo does, for whoever watches it. Each is described in docs/observability.md.</summary>
public sealed class EscalationMetrics
{
    public const string MeterName = "GridActors.Escalations";

    /// <summary>Seconds. The clock's aim is well below one; an outage is caught up with after hours.</summary>
    private static readonly double[] s_lateness = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 4 * 3600, 24 * 3600];

    private readonly TimeProvider _clock;
    private readonly Counter<long> _fired;
    private readonly Counter<long> _failed;
    private readonly Histogram<double> _lateness;
    private long _oldest = long.MaxValue;
    private int _backlog;
    private int _overdue;

    public EscalationMetrics(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        var meter = meters.Create(MeterName);
        _fired = meter.CreateCounter<long>("gridactors.deadlines.fired", "{deadline}", "Deadlines that made their incident move on.");
        _failed = meter.CreateCounter<long>("gridactors.deadlines.failed", "{call}", "Calls to an incident about its deadline that failed and are tried again.");
        _lateness = meter.CreateHistogram(
            "gridactors.deadlines.lateness",
            "s",
            "How long after a deadline its incident had moved on.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = s_lateness });
        meter.CreateObservableGauge("gridactors.deadlines.backlog", () => Volatile.Read(ref _backlog), "{deadline}", "Passed deadlines not fired yet, of this silo's slots, at the last read.");
        meter.CreateObservableGauge("gridactors.deadlines.oldest_lateness", OldestLateness, "s", "How long ago the oldest deadline passed that is not fired yet.");
        meter.CreateObservableGauge("gridactors.deadlines.overdue", () => Volatile.Read(ref _overdue), "{deadline}", "Deadlines of all silos that passed longer ago than the auditor tolerates.");
    }

    internal void Fired(TimeSpan lateness)
    {
        _fired.Add(1);
        _lateness.Record(lateness.TotalSeconds);
    }

    internal void Failed() => _failed.Add(1);

    /// <summary>The passed deadlines that are not fired yet.</summary>
    internal void Waiting(int count, DateTimeOffset? oldest)
    {
        Volatile.Write(ref _backlog, count);
        Volatile.Write(ref _oldest, oldest?.UtcTicks ?? long.MaxValue);
    }

    /// <summary>The next deadline, which becomes the oldest one by waiting should the clock not come back.</summary>
    internal void WaitsFor(DateTimeOffset? next) =>
        Volatile.Write(ref _oldest, Math.Min(Volatile.Read(ref _oldest), next?.UtcTicks ?? long.MaxValue));

    internal void Overdue(int count) => Volatile.Write(ref _overdue, count);

    private double OldestLateness() => Math.Max(0, (_clock.GetUtcNow().UtcTicks - Volatile.Read(ref _oldest)) / (double)TimeSpan.TicksPerSecond);
}
