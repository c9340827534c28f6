using System.Diagnostics.Metrics;

namespace GridActors.Hosting.Refusals;

/// <summary>What becomes of refusals on their way into the record; each instrument is described in docs/observability.md.</summary>
internal sealed class RefusalMetrics
{
    public const string MeterName = "GridActors.Refusals";

    private readonly Counter<long> _recorded;
    private readonly Counter<long> _lost;
    private readonly UpDownCounter<long> _queue;

    public RefusalMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _recorded = meter.CreateCounter<long>("gridactors.refusals.recorded", "{refusal}", "Refusals in the record.");
        _lost = meter.CreateCounter<long>("gridactors.refusals.lost", "{refusal}", "Refusals that are in the log only.");
        _queue = meter.CreateUpDownCounter<long>("gridactors.refusals.queue", "{refusal}", "Refusals that wait for the store.");
    }

    public void Waits() => _queue.Add(1);

    public void Recorded(int count)
    {
        _queue.Add(-count);
        _recorded.Add(count);
    }

    public void Lost()
    {
        _queue.Add(-1);
        _lost.Add(1);
    }
}
