namespace GridActors.Grains.Escalations;

/// <summary>The calls of one sweep and what came of them. A call that outlives the sweep still ends here, unread.</summary>
internal sealed class SweepCalls
{
    private readonly Lock _gate = new();
    private List<Task> _underWay = [];

    public int Fired { get; private set; }

    public TimeSpan Lateness { get; private set; }

    public void Add(Task call)
    {
        _underWay.Add(call);
        if (_underWay.Count > 1024)
        {
            _underWay = [.. _underWay.Where(c => !c.IsCompleted)];
        }
    }

    public void Moved(TimeSpan lateness)
    {
        lock (_gate)
        {
            Fired++;
            Lateness = lateness > Lateness ? lateness : Lateness;
        }
    }

    /// <summary>Returns when all have ended, or after so much of the machine's time: one slow incident must not hold up what falls due next.</summary>
    public async Task WaitAsync(TimeSpan patience, CancellationToken ct) => await Task.WhenAll(_underWay)
        .WaitAsync(patience, TimeProvider.System, ct)
        .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
}
