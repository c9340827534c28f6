using GridActors.Core.Incidents;
using GridActors.Core.Tests.WorkingTime;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Tests.Incidents;

/// <summary>
/// The ledger a second time, as plainly as possible: for each half minute of an incident's life it looks up what the last
/// event before it was, who had the incident then, which calendar held, and whether the clock ran. It shares the fold of events with
/// the product, and no arithmetic.
/// </summary>
internal static class HalfMinuteByHalfMinute
{
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(30);

    /// <param name="events">At whole half minutes.</param>
    /// <param name="calendarAt">The calendar that held at an instant.</param>
    public static Dictionary<(Actor Holder, LedgerClock Clock), TimeSpan> Count(
        IReadOnlyList<IncidentEvent> events, Func<DateTimeOffset, MinuteByMinute> calendarAt, DateTimeOffset until)
    {
        var sums = new Dictionary<(Actor, LedgerClock), TimeSpan>();
        var (item, reportedAt) = events[0] is IncidentReported reported ? (reported.Item, reported.At) : throw new ArgumentException("An incident begins with its report.");
        var next = 0;
        Incident? state = null;
        List<(Actor Holder, LedgerClock Clock)> running = [];
        for (var at = reportedAt; at < until; at += _step)
        {
            for (; next < events.Count && events[next].At <= at; next++)
            {
                state = IncidentEvolution.Evolve(state, events[next]);
                running = [.. RunningIn(state)];
            }

            foreach (var (holder, clock) in StandsStill(state!, at) ? [] : running)
            {
                if (calendarAt(at).RunsAt(at, UnitOf(item, clock)))
                {
                    sums[(holder, clock)] = sums.GetValueOrDefault((holder, clock)) + _step;
                }
            }
        }

        return sums;
    }

    /// <summary>How long a clock in this unit ran between two instants, whatever became of any incident.</summary>
    public static TimeSpan Between(DateTimeOffset from, DateTimeOffset to, Func<DateTimeOffset, MinuteByMinute> calendarAt, LimitUnit unit)
    {
        var sum = TimeSpan.Zero;
        for (var at = from; at < to; at += _step)
        {
            sum += calendarAt(at).RunsAt(at, unit) ? _step : TimeSpan.Zero;
        }

        return sum;
    }

    private static LimitUnit UnitOf(PinnedItem item, LedgerClock clock) => (clock == LedgerClock.Accept ? item.AcceptLimit : item.HandleLimit).Unit;

    /// <summary>A suspension ends at its date, whether somebody came round to it or not.</summary>
    private static bool StandsStill(Incident state, DateTimeOffset at) => state.Phase == IncidentPhase.Suspended && at < state.Suspension!.Until;

    private static IEnumerable<(Actor Holder, LedgerClock Clock)> RunningIn(Incident state)
    {
        if (!state.IsOpen)
        {
            yield break;
        }

        var lead = state.Dispatch?.Tasks.FirstOrDefault(t => t is { IsLead: true, IsOpen: true });
        yield return (lead is null ? Actor.Of(state.Holder) : Actor.Of(lead.Department), state.AcceptedAt is null ? LedgerClock.Accept : LedgerClock.Handle);
        foreach (var task in state.Dispatch?.Tasks.Where(t => t.IsOpen) ?? [])
        {
            yield return (Actor.Of(task.Department), LedgerClock.Task);
        }
    }
}
