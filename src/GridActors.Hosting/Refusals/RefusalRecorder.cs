using System.Collections.Immutable;
using System.Threading.Channels;
using GridActors.Storage.Incidents;
using GridActors.Storage.Refusals;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Refusals;

/// <summary>
/// One writer for all refusals of this process, whatever is waiting in one transaction, and a pause between two of them: a
/// flood of refusals takes the store's write lock a few times a second and no more, so that accepted reports are not held up.
/// </summary>
internal sealed partial class RefusalRecorder(IRefusedReports store, RefusalMetrics metrics, ILogger<RefusalRecorder> logger) : BackgroundService, IRefusalRecorder
{
    private const int Capacity = 10_000;
    private const int LargestBatch = 500;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenBatches = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    private readonly ILogger _logger = logger;
    private readonly Channel<WaitingRefusal> _queue = Channel.CreateBounded<WaitingRefusal>(Capacity);

    public async Task RecordAsync(RefusedReport report)
    {
        var waiting = new WaitingRefusal(report, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        metrics.Waits();
        if (_queue.Writer.TryWrite(waiting))
        {
            await waiting.Written.Task.WaitAsync(LongestWait, TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        else
        {
            Lose(report);
        }
    }

    /// <summary>No more come in: what is waiting is written, and what the writer does not come to any more goes to the log.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
        while (_queue.Reader.TryRead(out var left))
        {
            Lose(left.Report);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var batch = new List<WaitingRefusal>();
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            await WriteAsync(batch, stoppingToken);
            await PauseAsync(BetweenBatches, stoppingToken);
        }
    }

    /// <summary>Until it is written; once more where the process is about to end. A defect of the store ends the process, and loses the batch to the log.</summary>
    private async Task WriteAsync(List<WaitingRefusal> batch, CancellationToken stoppingToken)
    {
        ImmutableArray<RefusedReport> reports = [.. batch.Select(w => w.Report)];
        for (var isLast = false; ;)
        {
            try
            {
                await store.AppendAsync(reports, CancellationToken.None);
                metrics.Recorded(batch.Count);
                batch.ForEach(w => w.Written.TrySetResult());
                return;
            }
            catch (JournalUnavailableException fault)
            {
                LogRetried(_logger, fault, batch.Count);
                if (isLast)
                {
                    batch.ForEach(w => Lose(w.Report));
                    return;
                }
            }
            catch (Exception defect) when (defect is not JournalUnavailableException)
            {
                batch.ForEach(w => Lose(w.Report));
                throw;
            }

            isLast = stoppingToken.IsCancellationRequested;
            await PauseAsync(AfterFailure, stoppingToken);
        }
    }

    private static async Task PauseAsync(TimeSpan pause, CancellationToken stoppingToken) =>
        await Task.Delay(pause, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void Lose(RefusedReport report)
    {
        metrics.Lost();
        LogLost(_logger, report.At, report.PlaceCode, report.ItemCode, report.Reason);
    }

    private sealed record WaitingRefusal(RefusedReport Report, TaskCompletionSource Written);
}
