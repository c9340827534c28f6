using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Grains;

namespace GridActors.Hosting.Imports;

/// <summary>Files prefectures, counties, townships and villages.</summary>
internal sealed class DivisionImporter(IGrainFactory grains) : IReferenceImporter
{
    public ImmutableArray<string> Columns => DivisionRows.Columns;

    public async Task<ImportOutcome> ApplyAsync(ImportTable table, RegionSnapshot region, ImportProblems problems, ImportProgress progress, CancellationToken ct)
    {
        ImmutableArray<Division> differing = [.. DivisionRows.Read(table, region, problems).Where(d => region.Find(d.Code) != d)];
        var byParent = differing.Where(d => d.Code.Parent is not null).GroupBy(d => d.Code.Parent!.Value, d => d.Code);

        // Divisions before the lists that name them: whoever reads along the lists meanwhile finds every one.
        await progress.ForEachAsync(differing, (d, token) => grains.GetDivision(d.Code).FileAsync(d, token), ct);
        await progress.ForEachAsync(byParent, (p, token) => grains.GetDivision(p.Key).AddChildrenAsync([.. p], token), ct);
        return new ImportOutcome(differing.Length, differing.Length > 0, [.. differing.Select(d => d.Code).Where(c => c.Level == DivisionLevel.Prefecture)]);
    }
}
