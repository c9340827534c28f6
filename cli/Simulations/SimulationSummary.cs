using System.Collections.Immutable;
using GridActors.Hosting.Imports;

namespace GridActors.Cli.Simulations;

/// <summary>What a simulation found, as it is written to the summary file.</summary>
/// <param name="Rows">Rows of data in the reports file.</param>
/// <param name="Routed">Reports that became an incident.</param>
/// <param name="Later">Good rows reported after the end; they are not simulated.</param>
/// <param name="ByHolderTier">Incidents by the tier that holds them at the end.</param>
/// <param name="Escalations">Moves up because nobody accepted in time.</param>
/// <param name="Overdue">Closed, or still open at the end, after the handle deadline.</param>
/// <param name="DeadlinesFired">Moves, reminders and overdue steps of the clock.</param>
/// <param name="WallSeconds">All of it, import included.</param>
/// <param name="ReportsPerSecond">Routed reports in a second of the simulation itself.</param>
/// <param name="Reference">The files of reference data that were imported first.</param>
internal sealed record SimulationSummary(
    int Rows,
    int Routed,
    int Refused,
    int Warnings,
    int Later,
    IReadOnlyDictionary<string, int> ByHolderTier,
    int Escalations,
    int Overdue,
    int DeadlinesFired,
    DateTimeOffset? SimulatedFrom,
    DateTimeOffset SimulatedUntil,
    double WallSeconds,
    double ImportSeconds,
    double ReportsPerSecond,
    ImmutableArray<SimulationProblem> Problems,
    ImmutableArray<ReferenceFile> Reference)
{
    /// <summary>Null where no other calendar was asked for.</summary>
    public OtherCalendar? OtherCalendar { get; init; }
}

/// <param name="Row">Line of the reports file; the header is 1.</param>
/// <param name="Id">The row's own id; empty where it has none that is safe to repeat.</param>
internal sealed record SimulationProblem(int Row, string Id, string Code, string Reason, bool Warning);

/// <summary>One file of reference data.</summary>
internal sealed record ReferenceFile(string File, ImportReport Report);
