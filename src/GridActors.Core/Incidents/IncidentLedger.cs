using System.Collections.Immutable;
using GridActors.Core.Departments;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Incidents;

/// <summary>
/// The ledger (DOMAIN 7), computed from the events alone: the incident's own clock from the report to the close, without gap
/// or overlap but for the time that a reopened one was closed, and beside it a line for each department that worked on it.
/// </summary>
/// <param name="Own">Accept and handle clock, in order.</param>
/// <param name="Tasks">By department, each in order.</param>
public sealed record IncidentLedger(ImmutableArray<LedgerInterval> Own, ImmutableArray<LedgerInterval> Tasks)
{
    /// <summary>Running time by clock and holder, in the order in which each got it first.</summary>
    public ImmutableArray<LedgerSum> Sums =>
    [
        .. Own.Concat(Tasks).GroupBy(i => (i.Holder, i.Clock))
            .Select(g => new LedgerSum(g.Key.Holder, g.Key.Clock, g.Aggregate(TimeSpan.Zero, (sum, i) => sum + i.Elapsed))),
    ];

    /// <param name="events">All of one incident, in order; at least the report.</param>
    public static IncidentLedger Of(IEnumerable<IncidentEvent> events, CalendarHistory calendars, DateTimeOffset now)
    {
        var own = new LedgerLine();
        var tasks = new SortedDictionary<DepartmentCode, LedgerLine>();
        Incident? incident = null;
        foreach (var change in events)
        {
            Resume(own, tasks, incident, change.At);
            incident = IncidentEvolution.Evolve(incident, change);
            Follow(own, tasks, incident, change.At, change.GetType().Name);
        }

        Resume(own, tasks, incident, now);
        var item = incident!.Item;
        LimitUnit UnitOf(LedgerClock clock) => (clock == LedgerClock.Accept ? item.AcceptLimit : item.HandleLimit).Unit;
        return new IncidentLedger(
            [.. own.Measure(calendars, UnitOf, now)],
            [.. tasks.Values.SelectMany(t => t.Measure(calendars, UnitOf, now))]);
    }

    /// <summary>A suspension ends at its date, whatever happens between that and the clock that comes round to it late.</summary>
    private static void Resume(LedgerLine own, SortedDictionary<DepartmentCode, LedgerLine> tasks, Incident? incident, DateTimeOffset now)
    {
        if (incident is { Phase: IncidentPhase.Suspended, Suspension.Until: var until } && until <= now)
        {
            Follow(own, tasks, incident, until, nameof(IncidentResumed));
        }
    }

    private static void Follow(LedgerLine own, SortedDictionary<DepartmentCode, LedgerLine> tasks, Incident incident, DateTimeOffset at, string reason)
    {
        var isRunning = incident.Phase != IncidentPhase.Suspended || incident.Suspension!.Until <= at;
        FollowOwn(own, incident, isRunning, at, reason);
        FollowTasks(tasks, incident, isRunning, at, reason);
    }

    private static void FollowOwn(LedgerLine line, Incident incident, bool isRunning, DateTimeOffset at, string reason)
    {
        var holder = incident.Dispatch?.Lead is { IsOpen: true } lead ? Actor.Of(lead.Department) : Actor.Of(incident.Holder);
        var clock = incident.AcceptedAt is null ? LedgerClock.Accept : LedgerClock.Handle;
        if (!incident.IsOpen)
        {
            line.Stop(at, reason);
        }
        else
        {
            line.Go(at, clock, isRunning, holder, reason);
        }
    }

    private static void FollowTasks(SortedDictionary<DepartmentCode, LedgerLine> lines, Incident incident, bool isRunning, DateTimeOffset at, string reason)
    {
        foreach (var task in incident.Dispatch?.Tasks ?? [])
        {
            if (!lines.TryGetValue(task.Department, out var line))
            {
                lines.Add(task.Department, line = new LedgerLine());
            }

            if (!incident.IsOpen || task.Status is DepartmentTaskStatus.Submitted or DepartmentTaskStatus.Recalled)
            {
                line.Stop(at, reason);
            }
            else
            {
                line.Go(at, LedgerClock.Task, task.IsOpen && isRunning, Actor.Of(task.Department), reason);
            }
        }
    }
}
