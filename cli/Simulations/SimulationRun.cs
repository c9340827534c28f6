using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using GridActors.Cli.Imports;
using GridActors.Hosting.Imports;

namespace GridActors.Cli.Simulations;

/// <summary>One run of <c>gridactors simulate</c>: reference data in, reports through, results out.</summary>
internal sealed class SimulationRun(SimulationOptions options, TextWriter output, CommandProgress progress)
{
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var data = SimulationData.In(options.Data);
        var other = options.Calendar is { } calendar ? data.WithCalendar(calendar) : null;
        var problems = new ImportProblems();
        using var csv = await ReportsFile.OpenAsync(options.Reports, ct);
        var table = await ImportTable.ReadAsync(csv, ReportRows.Columns, allowsLineBreaks: true, problems, ct);
        var reports = ReportRows.Read(table, problems);
        var pass = new SimulationPass(options, output, progress);
        var result = await pass.RunAsync(data, reports, problems, ct);
        var wall = Stopwatch.GetElapsedTime(started);
        // What is wrong with the reports was said in the first pass.
        var compared = other is null ? null : OtherCalendar.Of(options.Calendar!, result, await pass.RunAsync(other, reports, new ImportProblems(), ct));

        await IncidentsCsv.WriteAsync(options.Incidents, result.Routed, ct);
        var summary = Summarise(table, reports, problems, result, Stopwatch.GetElapsedTime(started, result.Imported), wall) with { OtherCalendar = compared };
        await using var json = options.Summary.Create();
        await JsonSerializer.SerializeAsync(json, summary, SimulationJson.Default.SimulationSummary, ct);
        await PrintAsync(summary);
        return summary.Refused == 0 && result.Reference.All(r => r.Report.Refused == 0) && compared is null or { Refused: 0 } ? ExitCode.Done : ExitCode.Refused;
    }

    private SimulationSummary Summarise(
        ImportTable table,
        ImmutableArray<SimulatedReport> reports,
        ImportProblems problems,
        PassResult result,
        TimeSpan imported,
        TimeSpan wall)
    {
        var routed = result.Routed;
        var found = problems.ToImmutable();
        var ids = ReportRows.IdsOf(table);
        return new SimulationSummary(
            table.RowCount,
            routed.Length,
            found.Where(p => !p.IsWarning).Select(p => p.Row).Distinct().Count(),
            found.Count(p => p.IsWarning),
            reports.Count(r => r.ReportedAt > options.Until),
            OtherCalendar.CountTiers(routed),
            routed.Sum(i => i.Incident.AcceptEscalations),
            routed.Count(i => i.IsOverdue),
            result.DeadlinesFired,
            reports.Length == 0 ? null : reports.Min(r => r.ReportedAt),
            options.Until,
            Math.Round(wall.TotalSeconds, 3),
            Math.Round(imported.TotalSeconds, 3),
            Math.Round(routed.Length / (wall - imported).TotalSeconds, 1),
            [.. found.Select(p => new SimulationProblem(p.Row, ids.GetValueOrDefault(p.Row, ""), p.Code, p.Reason, p.IsWarning))],
            result.Reference);
    }

    private async Task PrintAsync(SimulationSummary summary)
    {
        var file = options.Reports.Name;
        await output.WriteLineAsync($"{file}: {summary.Rows} rows, {summary.Routed} routed, {summary.Refused} refused, {summary.Warnings} warnings, {summary.Later} later");
        await ImportRun.PrintProblemsAsync(output, file, [.. summary.Problems.Select(p => new ImportProblem(p.Row, p.Code, p.Reason, p.Warning))]);
        await output.WriteLineAsync(
            $"{file}: {summary.Escalations} escalations, {summary.Overdue} overdue, {summary.DeadlinesFired} deadlines fired in {summary.WallSeconds:F1} s, {summary.ImportSeconds:F1} s of them for the import");
        if (summary.OtherCalendar is { } other)
        {
            await output.WriteLineAsync($"{other.File}: {other.Escalations} escalations, {other.Overdue} overdue, {other.DeadlinesFired} deadlines fired; {other.Differing} incidents differ");
        }
    }
}
