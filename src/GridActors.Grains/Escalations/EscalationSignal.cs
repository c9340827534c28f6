namespace GridActors.Grains.Escalations;

/// <summary>Wakes this silo's clock when a deadline is written that comes before the one it sleeps towards. A lost wake-up costs at most the clock's longest sleep.</summary>
public sealed class EscalationSignal
{
    private readonly Lock _gate = new();
    private DateTimeOffset _sleepsUntil = DateTimeOffset.MinValue;
    private TaskCompletionSource _wake = NewWake();

    public void Announce(DateTimeOffset dueAt)
    {
        lock (_gate)
        {
            if (dueAt < _sleepsUntil)
            {
                _sleepsUntil = DateTimeOffset.MinValue;
                _wake.TrySetResult();
            }
        }
    }

    /// <summary>From now on every deadline announced completes the task. Call it before reading the next deadline, so that none slips in between.</summary>
    public Task Arm()
    {
        lock (_gate)
        {
            _sleepsUntil = DateTimeOffset.MaxValue;
            _wake = NewWake();
            return _wake.Task;
        }
    }

    /// <summary>From now on only a deadline before an instant does.</summary>
    public void SleepUntil(DateTimeOffset instant)
    {
        lock (_gate)
        {
            _sleepsUntil = instant;
        }
    }

    private static TaskCompletionSource NewWake() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
