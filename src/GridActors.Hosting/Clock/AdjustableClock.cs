namespace GridActors.Hosting.Clock;

/// <summary>
/// A clock that can be set once and then runs faster or slower than the machine's. Timers and delays made from it are
/// scaled alike, so that the whole product runs on it. It never runs backwards.
/// </summary>
/// <param name="startAt">Where it starts, at the machine's speed; the machine's time where it is null.</param>
public sealed class AdjustableClock(TimeProvider machine, DateTimeOffset? startAt = null) : TimeProvider
{
    private readonly TimeProvider _machine = machine;
    private volatile Course _course = new(machine.GetUtcNow(), startAt ?? machine.GetUtcNow(), 1);

    public override DateTimeOffset GetUtcNow() => _course.At(_machine.GetUtcNow());

    public override TimeZoneInfo LocalTimeZone => _machine.LocalTimeZone;

    /// <summary>Goes on from an instant, if that is ahead of it, at a speed.</summary>
    /// <param name="from">Ignored where the clock is past it already.</param>
    /// <param name="speed">Above 0.</param>
    public void Run(DateTimeOffset from, double speed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        var machineNow = _machine.GetUtcNow();
        var now = _course.At(machineNow);
        _course = new Course(machineNow, from > now ? from : now, speed);
    }

    /// <remarks>Scaled by the speed that the clock has when the timer is made.</remarks>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var speed = _course.Speed;
        return new ScaledTimer(_machine.CreateTimer(callback, state, Scale(dueTime, speed), Scale(period, speed)), speed);
    }

    /// <summary>Negative means never and stays so; a positive time never becomes zero.</summary>
    private static TimeSpan Scale(TimeSpan time, double speed) =>
        time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(time.TotalMilliseconds / speed)));

    private sealed record Course(DateTimeOffset MachineOrigin, DateTimeOffset Origin, double Speed)
    {
        public DateTimeOffset At(DateTimeOffset machineNow) => Origin + ((machineNow - MachineOrigin) * Speed);
    }

    private sealed class ScaledTimer(ITimer timer, double speed) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Scale(dueTime, speed), Scale(period, speed));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
