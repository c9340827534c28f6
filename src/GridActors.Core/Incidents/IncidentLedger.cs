using System.Collections.Immutable;

namespace GridActors.Core.Incidents;

/// <summary>Which clock an interval of the ledger belongs to.</summary>
public enum LedgerClock
{
    Accept,
    Handle,
}

/// <summary>One interval of an incident's life: which clock ran, who held it, and what ended it.</summary>
/// <param name="To">Null for the interval that is still running.</param>
/// <param name="Reason">The kind of event that ended it; empty while it runs.</param>
public sealed record LedgerInterval(DateTimeOffset From, DateTimeOffset? To, LedgerClock Clock, Post Holder, string Reason);

/// <summary>The ledger (DOMAIN 7): every interval from the report to the close, without gap or overlap, computed from the events alone.</summary>
public static class IncidentLedger
{
    public static ImmutableArray<LedgerInterval> Of(IEnumerable<IncidentEvent> events)
    {
        var intervals = ImmutableArray.CreateBuilder<LedgerInterval>();
        Incident? incident = null;
        foreach (var change in events)
        {
            var before = incident;
            incident = IncidentEvolution.Evolve(incident, change);
            if (before is not null && StartsNewInterval(before, incident))
            {
                intervals[^1] = intervals[^1] with { To = change.At, Reason = change.GetType().Name };
            }

            if (before is null || (incident.IsOpen && StartsNewInterval(before, incident)))
            {
                intervals.Add(new LedgerInterval(change.At, null, incident.AcceptedAt is null ? LedgerClock.Accept : LedgerClock.Handle, incident.Holder, ""));
            }
        }

        return intervals.ToImmutable();
    }

    private static bool StartsNewInterval(Incident before, Incident after) =>
        before.Holder != after.Holder || before.AcceptedAt != after.AcceptedAt || before.IsOpen != after.IsOpen;
}
