using System.Collections.Immutable;

namespace GridActors.Cli.Simulations;

/// <summary>What happens to a report, in the order in which it happens at one instant.</summary>
internal enum SimulationStep
{
    Report,
    Accept,
    SubmitResult,
    Check,
}

/// <summary>One step of one report at its instant.</summary>
internal readonly record struct SimulationAct(DateTimeOffset At, SimulationStep Step, SimulatedReport Report)
{
    /// <summary>All acts that come no later than an instant, in order: by instant, then by step, then by row.</summary>
    public static ImmutableArray<SimulationAct> ListUntil(DateTimeOffset until, ImmutableArray<SimulatedReport> reports, TimeSpan acceptAfter) =>
    [
        .. reports.SelectMany(r => ListOf(r, acceptAfter))
            .Where(a => a.At <= until)
            .OrderBy(a => a.At)
            .ThenBy(a => a.Step)
            .ThenBy(a => a.Report.Row),
    ];

    private static IEnumerable<SimulationAct> ListOf(SimulatedReport report, TimeSpan acceptAfter)
    {
        var acceptedAt = report.ReportedAt + acceptAfter;
        yield return new SimulationAct(report.ReportedAt, SimulationStep.Report, report);
        yield return new SimulationAct(report.ClosedAt < acceptedAt ? report.ClosedAt.Value : acceptedAt, SimulationStep.Accept, report);
        if (report.ClosedAt is { } closedAt)
        {
            yield return new SimulationAct(closedAt, SimulationStep.SubmitResult, report);
            yield return new SimulationAct(closedAt, SimulationStep.Check, report);
        }
    }
}
