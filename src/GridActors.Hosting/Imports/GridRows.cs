using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;

namespace GridActors.Hosting.Imports;

/// <summary>Checks the rows of a grids file.</summary>
internal static class GridRows
{
    public static ImmutableArray<string> Columns { get; } = ["code", "name", "kind", "households", "boundary_wkt"];

    public static ImmutableArray<Grid> Read(ImportTable table, RegionSnapshot region, ImportProblems problems)
    {
        var rows = new ImportedRows<GridCode, Grid>(problems, c => $"Grid {c}");
        foreach (var row in table.Rows)
        {
            if (!GridCode.TryParse(row["code"], out var code, out var error))
            {
                problems.Refuse(row.Number, "grid_code_malformed", $"The code is no grid's: {ImportWords.TextOf(error)}.");
                continue;
            }

            var grid = new Grid(code, row["name"], ReadKind(row, code, problems), ReadHouseholds(row, code, problems), row["boundary_wkt"]);
            CheckPlace(row, code, region, problems);
            rows.Add(row, code, grid);
        }

        foreach (var (row, grid) in rows.Accepted.Where(r => r.Value.IsUnusuallySized))
        {
            problems.Warn(row.Number, "unusual_size", $"Grid {grid.Code} has {grid.Households} households; a grid has 200 to 300, a rural one about 300.");
        }

        return [.. rows.Accepted.Select(r => r.Value)];
    }

    private static void CheckPlace(ImportRow row, GridCode code, RegionSnapshot region, ImportProblems problems)
    {
        ImportWords.CheckName(row, "name", problems);
        if (region.Find(code.Village) is null)
        {
            problems.Refuse(row.Number, "village_unknown", $"There is no village {code.Village}; import divisions first.");
        }

        if (region.HasEnded(code))
        {
            problems.Refuse(row.Number, "grid_ended", $"Grid {code} has ended; its code is never used again.");
        }

        if (!GridBoundary.TryParse(row["boundary_wkt"], out _, out var reason))
        {
            problems.Refuse(row.Number, "boundary_malformed", $"Grid {code}: {reason}.");
        }
    }

    private static GridKind ReadKind(ImportRow row, GridCode code, ImportProblems problems)
    {
        if (!ImportWords.TryRead<GridKind>(row["kind"], out var kind))
        {
            problems.Refuse(row.Number, "kind_unknown", $"kind is one of {ImportWords.ListOf<GridKind>()}.");
        }
        else if (code.IsDedicated != kind is not (GridKind.Urban or GridKind.Rural))
        {
            problems.Refuse(row.Number, "kind_contradicts_number", $"Numbers 001-799 are urban or rural grids and 800-999 dedicated ones; {code} is {row["kind"]}.");
        }

        return kind;
    }

    /// <summary>A dedicated grid has none, and may say so with an empty field or 0.</summary>
    private static int? ReadHouseholds(ImportRow row, GridCode code, ImportProblems problems)
    {
        var text = row["households"];
        if (code.IsDedicated && text is ("" or "0"))
        {
            return null;
        }

        if (ImportWords.TryReadCount(text, out var households) && !code.IsDedicated)
        {
            return households;
        }

        problems.Refuse(row.Number, "households_malformed", code.IsDedicated ? "A dedicated grid has no households." : "households is a whole number.");
        return null;
    }
}
