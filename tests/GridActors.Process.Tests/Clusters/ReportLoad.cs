using System.Collections.Concurrent;

namespace GridActors.Process.Tests.Clusters;

/// <summary>
/// Clients that report without a pause and send a report again, under its key, until it is acknowledged: as an app does that
/// must not lose one.
/// </summary>
internal sealed class ReportLoad : IAsyncDisposable
{
    private const int Clients = 6;

    /// <summary>Between an answer "not now" and the next try: shorter than the answer asks for, which makes the test harder and not longer.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http;
    private readonly string _grid;
    private readonly string _name;
    private readonly bool _accepts;
    private readonly ConcurrentDictionary<string, string> _acknowledged = new();
    private readonly ConcurrentQueue<string> _unexpected = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _clients;
    private readonly Lock _gate = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private readonly TaskCompletionSource _interrupted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _interruptions;
    private string _lastInterruption = "none";

    private ReportLoad(HttpClient http, string grid, string name, bool accepts)
    {
        (_http, _grid, _name, _accepts) = (http, grid, name, accepts);
        _clients = Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => ReportAsync(client))));
    }

    /// <summary>Ids by key.</summary>
    public IReadOnlyDictionary<string, string> Acknowledged => _acknowledged;

    /// <summary>Answers that are neither "done" nor "not now", and requests that were not answered.</summary>
    public IReadOnlyCollection<string> Unexpected => _unexpected;

    /// <summary>How often a client was told "not now".</summary>
    public int Interruptions => _interruptions;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="name">Begins every description, so that the database tells one load from another.</param>
    /// <param name="accepts">Whether each incident is accepted and read as soon as it is reported.</param>
    public static ReportLoad Start(HttpClient http, string grid, string name, bool accepts = false) => new(http, grid, name, accepts);

    /// <summary>Completes once that many more reports are acknowledged.</summary>
    public async Task WaitForMoreAsync(int count)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int target;
        lock (_gate)
        {
            target = _acknowledged.Count + count;
            _waiting.Add((target, reached));
        }

        await WaitForAsync(reached.Task, $"{target} acknowledged");
    }

    /// <summary>Completes once a client was told "not now" for the first time.</summary>
    public Task WaitForInterruptionAsync() => WaitForAsync(_interrupted.Task, "an interruption");

    /// <summary>Every client finishes what it is at: whatever was sent is acknowledged.</summary>
    public async Task FinishAsync()
    {
        await _stop.CancelAsync();
        await WaitForAsync(_clients, "the end");
    }

    public async ValueTask DisposeAsync()
    {
        await FinishAsync();
        _stop.Dispose();
    }

    private async Task WaitForAsync(Task reached, string what)
    {
        try
        {
            await Task.WhenAny(reached, _clients).WaitAsync(HostProcess.Patience, Ct);
        }
        catch (TimeoutException)
        {
            // Said below.
        }

        Assert.True(
            reached.IsCompleted,
            $"{_name}: {what} did not come; {_acknowledged.Count} acknowledged, {_interruptions} interruptions, the last: {_lastInterruption}. {string.Join('\n', _unexpected.Take(5))}");
    }

    private async Task ReportAsync(int client)
    {
        for (var n = 0; !_stop.IsCancellationRequested && _unexpected.IsEmpty; n++)
        {
            var key = $"{_name}-{client}-{n}";
            if (await RepeatAsync(() => _http.TryReportAsync(_grid, key, $"{_name} {key}")) is not { } reported)
            {
                return;
            }

            if (_accepts)
            {
                await RepeatAsync(() => _http.TryCommandAsync(reported.Id, "accept"));
            }

            Acknowledge(key, reported.Id);
        }
    }

    private async Task<Reports.Answer?> RepeatAsync(Func<Task<Reports.Answer>> send)
    {
        while (true)
        {
            try
            {
                var answer = await send();
                if (answer.IsDone)
                {
                    return answer;
                }

                _lastInterruption = answer.ToString();
                if (!answer.IsToBeRepeated)
                {
                    _unexpected.Enqueue(answer.ToString());
                    return null;
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
            {
                _unexpected.Enqueue(fault.Message);
                return null;
            }

            Interlocked.Increment(ref _interruptions);
            _interrupted.TrySetResult();
            await Task.Delay(Pause, TimeProvider.System, Ct);
        }
    }

    private void Acknowledge(string key, string id)
    {
        lock (_gate)
        {
            _acknowledged[key] = id;
            foreach (var (_, reached) in _waiting.Where(w => w.Count <= _acknowledged.Count))
            {
                reached.TrySetResult();
            }
        }
    }
}
