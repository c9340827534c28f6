using GridActors.Core.Incidents;
using GridActors.Core.Tests.WorkingTime;

namespace GridActors.Core.Tests.Incidents;

/// <summary>
/// The ledger a second time, as plainly as possible: for each half minute of an incident's life it looks up what the last
/// event before it was, who had the incident then, and whether the clock ran. It shares the fold of events with the product, and no arithmetic.
/// </summary>
internal static class HalfMinuteByHalfMinute
{
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(30);

    /// <param name="events">At whole half minutes.</param>
    public static Dictionary<(Actor Holder, LedgerClock Clock), TimeSpan> Count(IReadOnlyList<IncidentEvent> events, MinuteByMinute calendar, DateTimeOffset until)
    {
        var sums = new Dictionary<(Actor, LedgerClock), TimeSpan>();
        var states = StatesOf(events);
        var last = 0;
        for (var at = states[0].Since; at < until; at += _step)
        {
            while (last + 1 < states.Count && states[last + 1].Since <= at)
            {
                last++;
            }

            foreach (var (holder, clock) in RunningIn(states[last].State))
            {
                var limit = clock == LedgerClock.Accept ? states[0].State.Item.AcceptLimit : states[0].State.Item.HandleLimit;
                if (calendar.RunsAt(at, limit.Unit))
                {
                    sums[(holder, clock)] = sums.GetValueOrDefault((holder, clock)) + _step;
                }
            }
        }

        return sums;
    }

    private static List<(DateTimeOffset Since, Incident State)> StatesOf(IReadOnlyList<IncidentEvent> events)
    {
        var states = new List<(DateTimeOffset, Incident)>();
        Incident? state = null;
        foreach (var change in events)
        {
            state = IncidentEvolution.Evolve(state, change);
            states.Add((change is IncidentResumed { By: var by } && by == Actor.Clock ? state.Suspension!.Until : change.At, state));
        }

        return states;
    }

    private static IEnumerable<(Actor Holder, LedgerClock Clock)> RunningIn(Incident state)
    {
        if (!state.IsOpen || state.Phase == IncidentPhase.Suspended)
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
