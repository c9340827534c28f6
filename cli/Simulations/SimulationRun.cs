using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using GridActors.Cli.Imports;
using GridActors.Grains.Divisions;
using GridActors.Grains.Escalations;
using GridActors.Hosting.Imports;
using GridActors.Storage.Escalations;
using GridActors.Storage.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Cli.Simulations;

/// <summary>One run of <c>gridactors simulate</c>: reference data in, reports through, results out.</summary>
internal sealed class SimulationRun(SimulationOptions options, TextWriter output, CommandProgress progress)
{
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var data = SimulationData.In(options.Data);
        await using var silo = await SimulatedSilo.StartAsync(data.CopyTo, ct);
        var reference = await ImportAsync(silo, data, ct);
        var imported = Stopwatch.GetElapsedTime(started);

        var problems = new ImportProblems();
        using var csv = await ReportsFile.OpenAsync(options.Reports, ct);
        var table = await ImportTable.ReadAsync(csv, ReportRows.Columns, allowsLineBreaks: true, problems, ct);
        var reports = ReportRows.Read(table, problems);
        var simulation = await CreateAsync(silo, problems, ct);
        var acts = SimulationAct.ListUntil(options.Until, reports, options.AcceptAfter);
        var routed = await progress.RunAsync(options.Reports.Name, acts.Length, steps => simulation.RunAsync(reports, acts, options.Until, steps, ct));

        await IncidentsCsv.WriteAsync(options.Incidents, routed, ct);
        var summary = Summarise(table, reports, routed, problems, simulation, reference, imported, Stopwatch.GetElapsedTime(started));
        await using var json = options.Summary.Create();
        await JsonSerializer.SerializeAsync(json, summary, SimulationJson.Default.SimulationSummary, ct);
        await PrintAsync(summary);
        return summary.Refused == 0 && reference.All(r => r.Report.Refused == 0) ? ExitCode.Done : ExitCode.Refused;
    }

    private async Task<ImmutableArray<ReferenceFile>> ImportAsync(SimulatedSilo silo, SimulationData data, CancellationToken ct)
    {
        var import = silo.Services.GetRequiredService<ReferenceImport>();
        var reports = ImmutableArray.CreateBuilder<ReferenceFile>();
        foreach (var (kind, file) in data.Files)
        {
            using var csv = new StreamReader(file.FullName);
            var report = await progress.RunAsync(file.Name, total: null, steps => import.ImportAsync(kind, csv, steps, ct));
            await ImportRun.PrintAsync(output, file.Name, report);
            reports.Add(new ReferenceFile(file.Name, report));
        }

        return reports.ToImmutable();
    }

    private static async Task<Simulation> CreateAsync(SimulatedSilo silo, ImportProblems problems, CancellationToken ct) => new(
        silo.Services.GetRequiredService<IGrainFactory>(),
        silo.Services.GetRequiredService<IIncidentJournal>(),
        silo.Services.GetRequiredService<IDeadlineQueue>(),
        silo.Services.GetRequiredService<DeadlineSweep>(),
        silo.Clock,
        await silo.Services.GetRequiredService<IRegionDirectory>().RefreshAsync(ct),
        problems);

    private SimulationSummary Summarise(
        ImportTable table,
        ImmutableArray<SimulatedReport> reports,
        ImmutableArray<SimulatedIncident> routed,
        ImportProblems problems,
        Simulation simulation,
        ImmutableArray<ReferenceFile> reference,
        TimeSpan imported,
        TimeSpan wall)
    {
        var found = problems.ToImmutable();
        var ids = ReportRows.IdsOf(table);
        return new SimulationSummary(
            table.RowCount,
            routed.Length,
            found.Where(p => !p.IsWarning).Select(p => p.Row).Distinct().Count(),
            found.Count(p => p.IsWarning),
            reports.Count(r => r.ReportedAt > options.Until),
            routed.CountBy(i => ImportWords.TextOf(i.Incident.Holder.Tier)).OrderBy(t => t.Key, StringComparer.Ordinal).ToDictionary(),
            routed.Sum(i => i.Incident.AcceptEscalations),
            routed.Count(i => i.IsOverdue),
            simulation.DeadlinesFired,
            reports.Length == 0 ? null : reports.Min(r => r.ReportedAt),
            options.Until,
            Math.Round(wall.TotalSeconds, 3),
            Math.Round(imported.TotalSeconds, 3),
            Math.Round(routed.Length / (wall - imported).TotalSeconds, 1),
            [.. found.Select(p => new SimulationProblem(p.Row, ids.GetValueOrDefault(p.Row, ""), p.Code, p.Reason, p.IsWarning))],
            reference);
    }

    private async Task PrintAsync(SimulationSummary summary)
    {
        var file = options.Reports.Name;
        await output.WriteLineAsync($"{file}: {summary.Rows} rows, {summary.Routed} routed, {summary.Refused} refused, {summary.Warnings} warnings, {summary.Later} later");
        await ImportRun.PrintProblemsAsync(output, file, [.. summary.Problems.Select(p => new ImportProblem(p.Row, p.Code, p.Reason, p.Warning))]);
        await output.WriteLineAsync(
            $"{file}: {summary.Escalations} escalations, {summary.Overdue} overdue, {summary.DeadlinesFired} deadlines fired in {summary.WallSeconds:F1} s, {summary.ImportSeconds:F1} s of them for the import");
    }
}
