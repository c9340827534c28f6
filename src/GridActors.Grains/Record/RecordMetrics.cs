using System.Diagnostics.Metrics;
using GridActors.Storage.Record;

namespace GridActors.Grains.Record;

/// <summary>How far the checkpoints are behind the journal. Described in docs/observability.md.</summary>
public sealed class RecordMetrics
{
    public const string MeterName = "GridActors.Record";

    private readonly TimeProvider _clock;
    private readonly Counter<long> _checkpoints;
    private long _oldest = long.MaxValue;

    public RecordMetrics(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        var meter = meters.Create(MeterName);
        _checkpoints = meter.CreateCounter<long>("gridactors.record.checkpoints", "{checkpoint}", "Checkpoints that this silo signed.");
        meter.CreateObservableGauge("gridactors.record.lag", Lag, "s", "How old the oldest event is that no checkpoint covers yet, as this silo last saw it.");
    }

    internal void Signed(SignedStretch stretch)
    {
        _checkpoints.Add(stretch.Checkpoints);
        Volatile.Write(ref _oldest, stretch is { IsFull: true, Oldest: { } oldest } ? oldest.UtcTicks : long.MaxValue);
    }

    private double Lag() => Math.Max(0, (_clock.GetUtcNow().UtcTicks - Volatile.Read(ref _oldest)) / (double)TimeSpan.TicksPerSecond);
}
