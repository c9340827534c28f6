using System.Collections.Immutable;
using GridActors.Cli.Imports;
using GridActors.Grains.Access;
using GridActors.Grains.Divisions;
using GridActors.Grains.Escalations;
using GridActors.Hosting.Imports;
using GridActors.Storage.Escalations;
using GridActors.Storage.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Cli.Simulations;

/// <summary>What one pass of all reports through one region came to.</summary>
/// <param name="Imported">When the reference data was in, as a timestamp of the machine.</param>
internal sealed record PassResult(ImmutableArray<SimulatedIncident> Routed, int DeadlinesFired, ImmutableArray<ReferenceFile> Reference, long Imported);

/// <summary>One pass: reference data in, reports through, on a store of its own.</summary>
internal sealed class SimulationPass(SimulationOptions options, TextWriter output, CommandProgress progress)
{
    /// <param name="problems">Gets what is wrong with the reports.</param>
    public async Task<PassResult> RunAsync(SimulationData data, ImmutableArray<SimulatedReport> reports, ImportProblems problems, CancellationToken ct)
    {
        using var scope = CallAuthority.UseSystem();
        await using var silo = await SimulatedSilo.StartAsync(data.CopyTo, ct);
        var reference = await ImportAsync(silo, data, ct);
        var imported = TimeProvider.System.GetTimestamp();
        var simulation = await CreateAsync(silo, problems, ct);
        var acts = SimulationAct.ListUntil(options.Until, reports, options.AcceptAfter);
        var routed = await progress.RunAsync(options.Reports.Name, acts.Length, steps => simulation.RunAsync(reports, acts, options.Until, steps, ct));
        return new PassResult(routed, simulation.DeadlinesFired, reference, imported);
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
}
