using System.Collections.Immutable;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Incidents;

/// <summary>The intervals of one clock, one after the other, as they are told what it does.</summary>
internal sealed class LedgerLine
{
    private readonly ImmutableArray<LedgerInterval>.Builder _ended = ImmutableArray.CreateBuilder<LedgerInterval>();
    private LedgerInterval? _lasting;

    /// <summary>From an instant on the clock runs or stands still for somebody; telling it what it does already changes nothing.</summary>
    public void Go(DateTimeOffset at, LedgerClock clock, bool isRunning, Actor holder, string reason)
    {
        if (_lasting is null || (_lasting.Clock, _lasting.IsRunning, _lasting.Holder) != (clock, isRunning, holder))
        {
            Stop(at, reason);
            _lasting = new LedgerInterval(at, null, clock, isRunning, holder, "", TimeSpan.Zero);
        }
    }

    public void Stop(DateTimeOffset at, string reason)
    {
        if (_lasting is { } lasting)
        {
            _ended.Add(lasting with { To = at, Reason = reason });
            _lasting = null;
        }
    }

    /// <param name="unitOf">What a clock is counted in.</param>
    public IEnumerable<LedgerInterval> Measure(CalendarHistory calendars, Func<LedgerClock, LimitUnit> unitOf, DateTimeOffset now) =>
        from interval in (LedgerInterval?[])[.. _ended, _lasting]
        where interval is not null
        select interval with
        {
            Elapsed = interval.IsRunning ? calendars.Elapsed(interval.From, interval.To ?? now, unitOf(interval.Clock)) : TimeSpan.Zero,
        };
}
