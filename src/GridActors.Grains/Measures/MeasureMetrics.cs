using System.Diagnostics.Metrics;

namespace GridActors.Grains.Measures;

/// <summary>How far the measures are behind the journal. Described in docs/observability.md.</summary>
public sealed class MeasureMetrics
{
    public const string MeterName = "GridActors.Measures";

    private readonly TimeProvider _clock;
    private long _oldest = long.MaxValue;

    public MeasureMetrics(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        meters.Create(MeterName).CreateObservableGauge("gridactors.measures.lag", Lag, "s", "How old the oldest event is that is not counted yet, as this silo last saw it.");
    }

    internal void Behind(DateTimeOffset oldest) => Volatile.Write(ref _oldest, oldest.UtcTicks);

    internal void CaughtUp() => Volatile.Write(ref _oldest, long.MaxValue);

    private double Lag() => Math.Max(0, (_clock.GetUtcNow().UtcTicks - Volatile.Read(ref _oldest)) / (double)TimeSpan.TicksPerSecond);
}
