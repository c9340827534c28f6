using System.Collections.Immutable;
using System.Diagnostics;

namespace GridActors.Api.Tests.Telemetry;

/// <summary>The spans of this process as they end: arm it, act, await.</summary>
internal sealed class SpanWatch : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ActivityListener _listener;
    private ImmutableList<(Func<Activity, bool> IsMeant, TaskCompletionSource<Activity> Seen)> _armed = [];

    public SpanWatch(params string[] sources)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => sources.Contains(source.Name),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Stopped,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <exception cref="TimeoutException">Thrown by the task after 30 seconds.</exception>
    public Task<Activity> Arm(Func<Activity, bool> isMeant)
    {
        var seen = new TaskCompletionSource<Activity>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _armed = _armed.Add((isMeant, seen));
        }

        return seen.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    public void Dispose() => _listener.Dispose();

    private void Stopped(Activity span)
    {
        lock (_gate)
        {
            foreach (var armed in _armed.Where(a => a.IsMeant(span)))
            {
                armed.Seen.TrySetResult(span);
                _armed = _armed.Remove(armed);
            }
        }
    }
}
