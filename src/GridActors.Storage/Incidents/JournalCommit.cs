using System.Diagnostics;

namespace GridActors.Storage.Incidents;

/// <summary>A batch that is being written; disposing of it says that it is.</summary>
public readonly struct JournalCommit : IDisposable
{
    private readonly JournalMetrics _metrics;
    private readonly IReadOnlyList<QueuedAppend> _batch;
    private readonly Activity? _span;
    private readonly long _started;

    private JournalCommit(JournalMetrics metrics, IReadOnlyList<QueuedAppend> batch, Activity? span, long started) =>
        (_metrics, _batch, _span, _started) = (metrics, batch, span, started);

    public void Dispose()
    {
        _metrics.Committed(_batch, Stopwatch.GetElapsedTime(_started));
        _span?.Dispose();
    }

    internal static JournalCommit Begin(JournalMetrics metrics, IReadOnlyList<QueuedAppend> batch)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].BatchSize = batch.Count;
        }

        return new JournalCommit(metrics, batch, JournalTraces.StartCommit(batch), started);
    }
}
