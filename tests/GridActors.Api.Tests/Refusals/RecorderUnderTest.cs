using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;
using GridActors.Hosting.Refusals;
using GridActors.Storage.Incidents;
using GridActors.Storage.Refusals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace GridActors.Api.Tests.Refusals;

/// <summary>A recorder over a store in memory that fails when the test says so.</summary>
internal sealed class RecorderUnderTest : IRefusedReports, IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly FakeLogger<RefusalRecorder> _log = new();
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RecorderUnderTest()
    {
        var meters = _services.GetRequiredService<IMeterFactory>();
        Recorded = new MetricCollector<long>(meters, RefusalMetrics.MeterName, "gridactors.refusals.recorded");
        Lost = new MetricCollector<long>(meters, RefusalMetrics.MeterName, "gridactors.refusals.lost");
        Queue = new MetricCollector<long>(meters, RefusalMetrics.MeterName, "gridactors.refusals.queue");
        Recorder = new RefusalRecorder(this, new RefusalMetrics(meters), _log);
    }

    public RefusalRecorder Recorder { get; }

    public MetricCollector<long> Recorded { get; }

    public MetricCollector<long> Lost { get; }

    public MetricCollector<long> Queue { get; }

    /// <summary>What every write fails with; null where the store works.</summary>
    public Exception? Fault { get; set; }

    public ConcurrentQueue<RefusedReport> Record { get; } = [];

    public IEnumerable<string> Errors => _log.Collector.GetSnapshot().Where(r => r.Level == LogLevel.Error).Select(r => r.Message);

    public IEnumerable<string> Warnings => _log.Collector.GetSnapshot().Where(r => r.Level == LogLevel.Warning).Select(r => r.Message);

    /// <summary>Ends with the first write that fails.</summary>
    public Task Failed => _failed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    /// <summary>Ends with the first write that does not.</summary>
    public Task Written => _written.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public static RefusedReport Refusal(int number) => new(
        new IncidentId(Guid.CreateVersion7()),
        new DateTimeOffset(2025, 3, 3, 3, 0, 0, TimeSpan.Zero).AddSeconds(number),
        Demo.Grid,
        ItemCode.Parse("9899"),
        IncidentRefusal.UnknownItem,
        "app");

    public static long SumOf(MetricCollector<long> collector) => collector.GetMeasurementSnapshot().Sum(m => m.Value);

    public Task AppendAsync(ImmutableArray<RefusedReport> reports, CancellationToken ct)
    {
        if (Fault is { } fault)
        {
            _failed.TrySetResult();
            return Task.FromException(fault);
        }

        foreach (var report in reports)
        {
            Record.Enqueue(report);
        }

        _written.TrySetResult();
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<RefusedReport>> ListAsync(RefusalFilter filter, ListCursor? after, int limit, CancellationToken ct) => throw new NotSupportedException();

    public Task<ImmutableArray<RefusalCount>> CountAsync(RefusalFilter filter, CancellationToken ct) => throw new NotSupportedException();

    public void Dispose()
    {
        Recorder.Dispose();
        Recorded.Dispose();
        Lost.Dispose();
        Queue.Dispose();
        _services.Dispose();
    }
}
