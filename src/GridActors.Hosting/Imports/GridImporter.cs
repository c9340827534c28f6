using System.Collections.Immutable;
using GridActors.Contracts;
using GridActors.Contracts.Divisions;
using GridActors.Contracts.Grids;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;

namespace GridActors.Hosting.Imports;

/// <summary>Files grids, and adds them to their villages.</summary>
internal sealed class GridImporter(IGrainFactory grains) : IReferenceImporter
{
    public ImmutableArray<string> Columns => GridRows.Columns;

    public async Task<ImportOutcome> ApplyAsync(ImportTable table, RegionSnapshot region, ImportProblems problems, ImportProgress progress, CancellationToken ct)
    {
        ImmutableArray<Grid> differing = [.. GridRows.Read(table, region, problems).Where(g => region.Grids.Find(g.Code) != g)];

        // Grids before the villages that list them, as with divisions.
        await progress.ForEachAsync(differing, (g, token) => grains.GetGrain<IGridGrain>(GrainKeys.Of(g.Code)).FileAsync(g, token), ct);
        await progress.ForEachAsync(
            differing.GroupBy(g => g.Code.Village, g => g.Code),
            (v, token) => grains.GetGrain<IDivisionGrain>(GrainKeys.Of(v.Key)).AddGridsAsync([.. v], token),
            ct);
        return new ImportOutcome(differing.Length, differing.Length > 0, []);
    }
}
