using System.Collections.Immutable;

namespace GridActors.Core.Workers;

/// <summary>The rules of the roster of one grid. Pure.</summary>
public static class RosterDecider
{
    /// <summary>
    /// Gives a worker these duties in place of those that they have in the grid; the same again is the same roster. One head at
    /// any instant (Art. 10). A roster has what holds and what will; what is over is in the file of the worker.
    /// </summary>
    /// <param name="hasEnded">Whether the grid has; then no duty is added.</param>
    public static RosterDecision Place(ImmutableArray<Duty> roster, bool hasEnded, WorkerId worker, ImmutableArray<Duty> duties, DateTimeOffset now)
    {
        ImmutableArray<Duty> others = [.. roster.Where(d => d.WorkerId != worker && !d.HasEnded(now))];
        ImmutableArray<Duty> mine = [.. duties.Where(d => !d.HasEnded(now))];
        if (hasEnded && mine.Any(d => !roster.Any(known => known with { Until = d.Until } == d)))
        {
            return RosterDecision.Refuse(WorkerRefusal.GridEnded);
        }

        var head = others.FirstOrDefault(d => d.Role == WorkerRole.Head && mine.Any(m => m.Role == WorkerRole.Head && m.Overlaps(d)));
        return head is null
            ? RosterDecision.Accept(Roster.InOrder(others.Concat(mine)))
            : RosterDecision.Refuse(WorkerRefusal.SecondHead, head.WorkerId);
    }
}
