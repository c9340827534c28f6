using System.Collections.Immutable;
using GridActors.Hosting.Imports;

namespace GridActors.Cli.Simulations;

/// <summary>What the same reports came to under another calendar of holidays.</summary>
/// <param name="File">The calendar.</param>
/// <param name="Refused">Rows of the calendar that were not taken.</param>
/// <param name="Differing">Incidents for which anything differs.</param>
/// <param name="Incidents">Those, in the order of the reports.</param>
internal sealed record OtherCalendar(
    string File,
    int Refused,
    IReadOnlyDictionary<string, int> ByHolderTier,
    int Escalations,
    int Overdue,
    int DeadlinesFired,
    int Differing,
    ImmutableArray<CalendarDifference> Incidents)
{
    public static OtherCalendar Of(FileInfo file, PassResult before, PassResult after)
    {
        ImmutableArray<CalendarDifference> differing =
        [
            .. before.Routed.Join(after.Routed, i => i.Report.RowId, i => i.Report.RowId, (b, a) => new CalendarDifference(b.Report.RowId, SimulatedDeadlines.Of(b), SimulatedDeadlines.Of(a)))
                .Where(d => d.Before != d.After),
        ];
        return new OtherCalendar(
            file.Name,
            after.Reference.Sum(r => r.Report.Refused),
            CountTiers(after.Routed),
            after.Routed.Sum(i => i.Incident.AcceptEscalations),
            after.Routed.Count(i => i.IsOverdue),
            after.DeadlinesFired,
            differing.Length,
            differing);
    }

    public static IReadOnlyDictionary<string, int> CountTiers(ImmutableArray<SimulatedIncident> routed) =>
        routed.CountBy(i => ImportWords.TextOf(i.Incident.Holder.Tier)).OrderBy(t => t.Key, StringComparer.Ordinal).ToDictionary();
}

/// <param name="Id">The row's own id.</param>
/// <param name="Before">Under the calendar of the data.</param>
/// <param name="After">Under the other one.</param>
internal sealed record CalendarDifference(string Id, SimulatedDeadlines Before, SimulatedDeadlines After);

/// <param name="AcceptDue">Of the tier that it was reported to.</param>
/// <param name="HandleDue">Null where it was never accepted.</param>
internal sealed record SimulatedDeadlines(DateTimeOffset AcceptDue, int AcceptEscalations, DateTimeOffset? HandleDue, bool Overdue)
{
    public static SimulatedDeadlines Of(SimulatedIncident simulated) => new(
        simulated.FirstAcceptDue.ToOffset(simulated.UtcOffset),
        simulated.Incident.AcceptEscalations,
        simulated.Incident.HandleDue?.At.ToOffset(simulated.UtcOffset),
        simulated.IsOverdue);
}
