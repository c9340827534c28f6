using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Grains;

namespace GridActors.Hosting.Imports;

/// <summary>Files grids, and adds them to their villages.</summary>
internal sealed class GridImporter(IGrainFactory grains) : IReferenceImporter
{
    public ImmutableArray<string> Columns => GridRows.Columns;

    public async Task<ImportOutcome> ApplyAsync(ImportTable table, RegionSnapshot region, ImportProblems problems, ImportProgress progress, CancellationToken ct)
    {
        ImmutableArray<Grid> differing = [.. GridRows.Read(table, region, problems).Where(g => region.Grids.Find(g.Code) != g)];

        // Grids before the villages that list them, as with divisions.
        await progress.ForEachAsync(differing, (g, token) => grains.GetGrid(g.Code).FileAsync(g, token), ct);
        await progress.ForEachAsync(
            differing.GroupBy(g => g.Code.Village, g => g.Code),
            (v, token) => grains.GetDivision(v.Key).AddGridsAsync([.. v], token),
            ct);
        return new ImportOutcome(differing.Length, differing.Length > 0, []);
    }
}
