using System.Collections.Concurrent;
using System.Diagnostics;
using GridActors.Storage.Incidents;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace GridActors.Storage.Tests.Incidents;

/// <summary>What every journal tells whoever watches it.</summary>
public abstract class JournalTelemetryContract(StorageUnderTest storage) : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Appends_are_counted_by_what_became_of_them()
    {
        using var appends = Collect<long>("gridactors.journal.appends");
        using var sizes = Collect<int>("gridactors.journal.batch_size");
        using var durations = Collect<double>("gridactors.journal.commit.duration");
        var report = Sample.Report();

        await storage.Journal.StoreAsync(report);
        Assert.Equal(AppendResult.Conflict, await storage.Journal.AppendAsync(report, Cancelled));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => storage.Journal.AppendAsync(Sample.Report(trackingCode: report.State.TrackingCode), Cancelled));
        await durations.WaitForMeasurementsAsync(3, s_patience);

        // A writer records after it has answered, and the next append may have another writer: the order is nobody's promise.
        Assert.Equal(["appended", "conflict", "refused"], appends.GetMeasurementSnapshot().Select(m => (string?)m.Tags["outcome"]).Order());
        Assert.All(appends.GetMeasurementSnapshot(), m => Assert.Equal(1, m.Value));
        Assert.All(sizes.GetMeasurementSnapshot(), m => Assert.Equal(1, m.Value));
        Assert.All(durations.GetMeasurementSnapshot(), m => Assert.InRange(m.Value, 0, 30));
    }

    [Fact]
    public async Task An_empty_queue_is_measured_as_one()
    {
        using var queue = Collect<int>("gridactors.journal.queue");
        await storage.Journal.StoreAsync(Sample.Report());

        queue.RecordObservableInstruments();

        Assert.Equal(0, queue.LastMeasurement!.Value);
    }

    [Fact]
    public async Task An_append_is_a_span_of_its_caller_and_its_commit_is_linked_to_it()
    {
        using var spans = new Spans();
        var report = Sample.Report();
        using var caller = new Activity("caller").Start();
        caller.ActivityTraceFlags = ActivityTraceFlags.Recorded;

        await storage.Journal.StoreAsync(report);
        caller.Stop();
        var append = await spans.Ended(s => s.OperationName == JournalTraces.Append && s.TraceId == caller.TraceId);
        var commit = await spans.Ended(s => s.OperationName == JournalTraces.Commit && s.Links.Any(l => l.Context == append.Context));

        Assert.Equal(caller.SpanId, append.ParentSpanId);
        Assert.NotEqual(caller.TraceId, commit.TraceId);
        Assert.Equal(default, commit.ParentSpanId);
        Assert.Equal(
            [(JournalTraces.VersionTag, $"{report.State.Version}"), (JournalTraces.BatchSizeTag, "1"), (JournalTraces.OutcomeTag, "appended")],
            append.TagObjects.Select(t => (t.Key, $"{t.Value}")));
        Assert.Equal([(JournalTraces.BatchSizeTag, (object?)1)], commit.TagObjects.Select(t => (t.Key, t.Value)));
    }

    private MetricCollector<T> Collect<T>(string instrument)
        where T : struct => new(storage.Meters, JournalMetrics.MeterName, instrument);

    /// <summary>Every span of the journals of this process, as it ends.</summary>
    private sealed class Spans : IDisposable
    {
        private readonly ConcurrentQueue<Activity> _ended = new();
        private readonly SemaphoreSlim _changed = new(0);
        private readonly ActivityListener _listener;

        public Spans()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == JournalTraces.SourceName,
                Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = span =>
                {
                    _ended.Enqueue(span);
                    _changed.Release();
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        /// <exception cref="TimeoutException">There is none after 30 seconds.</exception>
        public async Task<Activity> Ended(Func<Activity, bool> isMeant)
        {
            while (true)
            {
                if (_ended.FirstOrDefault(isMeant) is { } span)
                {
                    return span;
                }

                if (!await _changed.WaitAsync(s_patience, Cancelled))
                {
                    throw new TimeoutException("The span has not ended.");
                }
            }
        }

        public void Dispose()
        {
            _listener.Dispose();
            _changed.Dispose();
        }
    }
}
