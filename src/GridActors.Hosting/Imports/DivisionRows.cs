using System.Collections.Immutable;
using GridActors.Core.Divisions;

namespace GridActors.Hosting.Imports;

/// <summary>Checks the rows of a divisions file against each other and against what is known.</summary>
internal static class DivisionRows
{
    public static ImmutableArray<string> Columns { get; } = ["code", "name", "level", "parent", "urban_rural_class"];

    /// <summary>The good rows, each with its parent known or among them.</summary>
    public static ImmutableArray<Division> Read(ImportTable table, RegionSnapshot region, ImportProblems problems)
    {
        var rows = new ImportedRows<DivisionCode, Division>(problems, c => $"Division {c}");
        foreach (var row in table.Rows)
        {
            if (TryReadCode(row, problems, out var code))
            {
                CheckFields(row, code, problems);
                rows.Add(row, code, new Division(code, row["name"], row["urban_rural_class"]));
            }
        }

        RefuseOrphans(rows.Accepted, region, problems);
        return [.. rows.Accepted.Select(r => r.Value)];
    }

    private static bool TryReadCode(ImportRow row, ImportProblems problems, out DivisionCode code)
    {
        if (DivisionCode.TryParse(row["code"], out code, out var error))
        {
            return true;
        }

        problems.Refuse(row.Number, "division_code_malformed", $"The code is no division's: {ImportWords.TextOf(error)}.");
        return false;
    }

    private static void CheckFields(ImportRow row, DivisionCode code, ImportProblems problems)
    {
        ImportWords.CheckName(row, "name", problems);
        if (!ImportWords.TryRead<DivisionLevel>(row["level"], out var level))
        {
            problems.Refuse(row.Number, "level_unknown", $"level is one of {ImportWords.ListOf<DivisionLevel>()}.");
        }
        else if (level != code.Level)
        {
            problems.Refuse(row.Number, "level_contradicts_code", $"{code} is the code of a {ImportWords.TextOf(code.Level)}, not of a {row["level"]}.");
        }

        if (row["parent"] != (code.Parent?.ToString() ?? ""))
        {
            problems.Refuse(row.Number, "parent_contradicts_code", code.Parent is { } parent ? $"The parent of {code} is {parent}." : $"{code} is a prefecture and has no parent.");
        }

        if (row["urban_rural_class"] is { Length: > 0 } urbanRural && !(urbanRural.Length == 3 && urbanRural.All(char.IsAsciiDigit)))
        {
            problems.Refuse(row.Number, "urban_rural_class_malformed", "urban_rural_class has three digits or is empty.");
        }
    }

    /// <summary>From the top down, so that a village below a refused township is refused too.</summary>
    private static void RefuseOrphans(ImmutableArray<(ImportRow Row, Division Value)> rows, RegionSnapshot region, ImportProblems problems)
    {
        var known = new HashSet<DivisionCode>();
        foreach (var (row, division) in rows.OrderByDescending(r => r.Value.Code.Level))
        {
            if (division.Code.Parent is { } parent && !known.Contains(parent) && region.Find(parent) is null)
            {
                problems.Refuse(row.Number, "parent_missing", $"Division {parent} is neither known nor a good row of this file.");
            }
            else
            {
                known.Add(division.Code);
            }
        }
    }
}
