using System.Diagnostics.Metrics;

namespace GridActors.Storage.Incidents;

/// <summary>What a journal does, the same for every store; each instrument is described in docs/observability.md. Recorded once a batch: an append costs nothing.</summary>
public sealed class JournalMetrics
{
    public const string MeterName = "GridActors.Journal";

    private static readonly int[] s_batchSizes = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

    /// <summary>Seconds. A flash disk commits within one or two milliseconds.</summary>
    private static readonly double[] s_durations = [0.0005, 0.001, 0.002, 0.004, 0.008, 0.015, 0.03, 0.06, 0.125, 0.25, 0.5, 1, 2.5, 10];

    /// <summary>In the order of <see cref="AppendOutcome"/>.</summary>
    private static readonly KeyValuePair<string, object?>[] s_outcomes =
        [.. Enum.GetValues<AppendOutcome>().Select(o => new KeyValuePair<string, object?>("outcome", JournalTraces.TextOf(o)))];

    private readonly Counter<long> _appends;
    private readonly Histogram<int> _batchSize;
    private readonly Histogram<double> _duration;
    private Func<int> _waiting = () => 0;

    public JournalMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _appends = meter.CreateCounter<long>("gridactors.journal.appends", "{append}", "Appends by what became of them.");
        _batchSize = meter.CreateHistogram(
            "gridactors.journal.batch_size", "{append}", "Appends committed together.", advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = s_batchSizes });
        _duration = meter.CreateHistogram(
            "gridactors.journal.commit.duration", "s", "From a batch taken to its commit, or failure.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = s_durations });
        meter.CreateObservableUpDownCounter("gridactors.journal.queue", () => _waiting(), "{append}", "Appends that wait for a writer.");
    }

    /// <param name="waiting">How many appends wait in the journal's queue; asked whenever somebody looks.</param>
    public void Watch(Func<int> waiting) => _waiting = waiting;

    /// <summary>For an append that finds the queue full.</summary>
    public void Full(QueuedAppend append)
    {
        append.RejectAsFull();
        _appends.Add(1, s_outcomes[(int)AppendOutcome.Full]);
    }

    /// <summary>Call it before a batch is written, and dispose of what it returns when every append in it has its outcome.</summary>
    public JournalCommit Begin(IReadOnlyList<QueuedAppend> batch) => JournalCommit.Begin(this, batch);

    internal void Committed(IReadOnlyList<QueuedAppend> batch, TimeSpan duration)
    {
        Span<int> counts = stackalloc int[s_outcomes.Length];
        for (var i = 0; i < batch.Count; i++)
        {
            counts[(int)batch[i].Outcome]++;
        }

        for (var outcome = 0; outcome < counts.Length; outcome++)
        {
            if (counts[outcome] > 0)
            {
                _appends.Add(counts[outcome], s_outcomes[outcome]);
            }
        }

        _batchSize.Record(batch.Count);
        _duration.Record(duration.TotalSeconds);
    }
}
