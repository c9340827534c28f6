using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;

namespace GridActors.Hosting.Imports;

/// <summary>Checks the rows of a catalogue file.</summary>
internal static class CatalogueRows
{
    /// <summary>The word for the owner department among the parallel tiers.</summary>
    private const string Department = "department";

    public static ImmutableArray<string> Columns { get; } =
    [
        "code", "group_code", "group_zh", "group_en", "name_zh", "name_en", "severity", "owner_zh", "owner_en",
        "start_tier", "ack_value", "ack_unit", "resolve_value", "resolve_unit", "parallel_tiers", "basis",
    ];

    /// <summary>The good rows in order of their codes.</summary>
    /// <param name="refused">Codes that only refused rows name.</param>
    public static ImmutableArray<CatalogueItem> Read(ImportTable table, ImportProblems problems, out ImmutableHashSet<ItemCode> refused)
    {
        var rows = new ImportedRows<ItemCode, CatalogueItem>(problems, c => $"Item {c}");
        var named = ImmutableHashSet.CreateBuilder<ItemCode>();
        foreach (var row in table.Rows)
        {
            if (!ItemCode.TryParse(row["code"], out var code))
            {
                problems.Refuse(row.Number, "item_code_malformed", "An item code has four digits: two of the group and two of the item, 01-99 each.");
                continue;
            }

            named.Add(code);
            CheckNames(row, problems);
            rows.Add(row, code, ReadItem(row, code, problems));
        }

        ImmutableArray<CatalogueItem> items = [.. rows.Accepted.Select(r => r.Value).OrderBy(i => i.Code)];
        refused = named.ToImmutable().Except(items.Select(i => i.Code));
        return items;
    }

    private static void CheckNames(ImportRow row, ImportProblems problems)
    {
        foreach (var column in (string[])["group_zh", "group_en", "name_zh", "name_en", "owner_zh", "owner_en"])
        {
            ImportWords.CheckName(row, column, problems);
        }

        if (row["group_code"] != row["code"][..2])
        {
            problems.Refuse(row.Number, "group_contradicts_code", $"Item {row["code"]} is of group {row["code"][..2]}.");
        }

        if (CatalogueScope.DescribesPersons($"{row["group_zh"]} {row["name_zh"]}", $"{row["group_en"]} {row["name_en"]}"))
        {
            problems.Refuse(row.Number, "item_describes_persons", "An item names a place, a service or a hazard, never a category of persons.");
        }
    }

    private static CatalogueItem ReadItem(ImportRow row, ItemCode code, ImportProblems problems)
    {
        var severity = ReadSeverity(row, problems);
        if (!ImportWords.TryRead<Tier>(row["start_tier"], out var startTier))
        {
            problems.Refuse(row.Number, "tier_unknown", $"start_tier is one of {ImportWords.ListOf<Tier>()}.");
        }

        var (tiers, tellsDepartment) = ReadParallelTiers(row, severity, problems);
        var accept = ReadLimit(row, "ack_value", "ack_unit", severity, problems);
        var handle = ReadLimit(row, "resolve_value", "resolve_unit", severity, problems);
        return new CatalogueItem(
            code,
            row["group_zh"],
            row["group_en"],
            row["name_zh"],
            row["name_en"],
            severity,
            row["owner_zh"],
            row["owner_en"],
            startTier,
            accept,
            handle,
            tiers,
            tellsDepartment,
            row["basis"]);
    }

    private static Severity ReadSeverity(ImportRow row, ImportProblems problems)
    {
        if (row["severity"] is ['S', >= '1' and <= '4'] text)
        {
            return Enum.Parse<Severity>(text);
        }

        problems.Refuse(row.Number, "severity_unknown", "severity is one of S1, S2, S3, S4.");
        return Severity.S4;
    }

    private static (ImmutableArray<Tier> Tiers, bool TellsDepartment) ReadParallelTiers(ImportRow row, Severity severity, ImportProblems problems)
    {
        var tiers = ImmutableArray.CreateBuilder<Tier>();
        var words = row["parallel_tiers"].Split('+', StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.Where(w => w != Department))
        {
            if (ImportWords.TryRead<Tier>(word, out var tier))
            {
                tiers.Add(tier);
            }
            else
            {
                problems.Refuse(row.Number, "parallel_tier_unknown", $"parallel_tiers lists tiers with '+' between them, and {Department}; '{word}' is none.");
            }
        }

        if (words.Length > 0 && severity != Severity.S1)
        {
            problems.Refuse(row.Number, "parallel_tiers_without_emergency", "Only an emergency (S1) is told to several tiers at once.");
        }

        return ([.. tiers.Distinct().Order()], words.Contains(Department));
    }

    private static Limit ReadLimit(ImportRow row, string valueColumn, string unitColumn, Severity severity, ImportProblems problems)
    {
        if (!ImportWords.TryReadCount(row[valueColumn], out var value) || value is < 1 or > Limit.MaxValue)
        {
            problems.Refuse(row.Number, "limit_malformed", $"{valueColumn} is a whole number from 1 to {Limit.MaxValue}.");
        }

        if (!ImportWords.TryRead<LimitUnit>(row[unitColumn], out var unit))
        {
            problems.Refuse(row.Number, "limit_unit_unknown", $"{unitColumn} is one of {ImportWords.ListOf<LimitUnit>()}.");
        }

        var limit = new Limit(value, unit);
        if (severity == Severity.S1 && limit.RunsOnCalendar)
        {
            problems.Refuse(row.Number, "emergency_clock_stops", $"The clock of an emergency never stops; {unitColumn} cannot be {row[unitColumn]}.");
        }

        return limit;
    }
}
