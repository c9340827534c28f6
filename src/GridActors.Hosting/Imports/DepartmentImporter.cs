using System.Collections.Immutable;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Grains;

namespace GridActors.Hosting.Imports;

/// <summary>Files departments. Those of the file are added or renamed; the others stay, since incidents may be with them.</summary>
internal sealed class DepartmentImporter(IGrainFactory grains) : IReferenceImporter
{
    public ImmutableArray<string> Columns => DepartmentRows.Columns;

    public async Task<ImportOutcome> ApplyAsync(ImportTable table, RegionSnapshot region, ImportProblems problems, ImportProgress progress, CancellationToken ct)
    {
        var changed = 0;
        var announce = false;
        foreach (var division in DepartmentRows.Read(table, region, problems).GroupBy(d => d.Code.Division))
        {
            var grain = grains.GetDivision(division.Key);
            var known = (await grain.GetAsync(ct))?.Departments is { IsDefault: false } filed ? filed : [];
            ImmutableArray<Department> differing = [.. division.Except(known)];
            ImmutableArray<Department> all = [.. division.UnionBy(known, d => d.Code).OrderBy(d => d.Code)];
            if (!differing.IsEmpty)
            {
                await grain.SetDepartmentsAsync(all, ct);
            }

            changed += differing.Length;
            announce |= !region.DepartmentsOf(division.Key).SequenceEqual(all);
            progress.Advance();
        }

        return new ImportOutcome(changed, announce, []);
    }
}
