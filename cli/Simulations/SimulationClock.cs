namespace GridActors.Cli.Simulations;

/// <summary>A clock that stands still until it is moved, and only goes forward. Whatever waits for time on it waits for ever: the simulation moves time and acts itself.</summary>
internal sealed class SimulationClock : TimeProvider
{
    private long _utcTicks = DateTimeOffset.UnixEpoch.Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _utcTicks), TimeSpan.Zero);

    public void AdvanceTo(DateTimeOffset instant)
    {
        if (instant > GetUtcNow())
        {
            Interlocked.Exchange(ref _utcTicks, instant.UtcTicks);
        }
    }
}
