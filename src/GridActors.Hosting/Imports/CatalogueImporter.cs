using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Grains;

namespace GridActors.Hosting.Imports;

/// <summary>
/// Publishes a file as the whole catalogue of the prefecture: items that it does not name end. An item whose row is
/// refused stays as it was, so that a slip in a file takes nothing away.
/// </summary>
internal sealed class CatalogueImporter(IGrainFactory grains) : IReferenceImporter
{
    public ImmutableArray<string> Columns => CatalogueRows.Columns;

    public async Task<ImportOutcome> ApplyAsync(ImportTable table, RegionSnapshot region, ImportProblems problems, ImportProgress progress, CancellationToken ct)
    {
        var items = CatalogueRows.Read(table, problems, out var refused);
        if (items.IsEmpty || !ReferenceImport.HasPrefecture(region, problems))
        {
            return ImportOutcome.Nothing;
        }

        var changed = 0;
        foreach (var prefecture in region.Prefectures)
        {
            var known = region.CatalogueOf(prefecture)?.Items ?? [];
            ImmutableArray<CatalogueItem> next = [.. items.Concat(known.Where(i => refused.Contains(i.Code))).OrderBy(i => i.Code)];
            var differing = next.Except(known).Select(i => i.Code).Union(known.Except(next).Select(i => i.Code)).Count();
            if (differing > 0)
            {
                await grains.GetCatalogue(prefecture).PublishAsync(next, ct);
            }

            changed += differing;
            progress.Advance();
        }

        return new ImportOutcome(changed, changed > 0, []);
    }
}
