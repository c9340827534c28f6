using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using GridActors.Hosting.Incidents;
using GridActors.Hosting.Imports;

namespace GridActors.Cli.Simulations;

/// <summary>Checks the rows of a reports file on their own. Whether grid and item exist is asked later, by the way that a report over HTTP takes.</summary>
internal static class ReportRows
{
    private const int MaxIdLength = 64;

    public static ImmutableArray<string> Columns { get; } =
        ["id", "reported_at", "closed_at", "item_code", "grid_code", "lat", "lon", "description", "channel"];

    /// <summary>The good rows, in the file's order.</summary>
    public static ImmutableArray<SimulatedReport> Read(ImportTable table, ImportProblems problems)
    {
        var rows = new ImportedRows<string, SimulatedReport>(problems, id => $"Report {id}");
        foreach (var row in table.Rows)
        {
            var id = ReadId(row, problems);
            var reportedAt = ReadInstant(row, "reported_at", problems);
            DateTimeOffset? closedAt = row["closed_at"].Length > 0 ? ReadInstant(row, "closed_at", problems) : null;
            if (reportedAt is { } from && closedAt < from)
            {
                problems.Refuse(row.Number, "closed_before_reported", "closed_at lies before reported_at.");
            }

            rows.Add(row, id, new SimulatedReport(row.Number, id, reportedAt ?? default, closedAt, ReadRequest(row, problems)));
        }

        return [.. rows.Accepted.Select(r => r.Value)];
    }

    /// <summary>The row's own id by the number of the row, for every row that has one, good or bad.</summary>
    public static FrozenDictionary<int, string> IdsOf(ImportTable table) => table.Rows.Where(r => IsId(r["id"])).ToFrozenDictionary(r => r.Number, r => r["id"]);

    private static bool IsId(string text) =>
        text.Length is > 0 and <= MaxIdLength && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '-');

    private static string ReadId(ImportRow row, ImportProblems problems)
    {
        var id = row["id"];
        if (!IsId(id))
        {
            problems.Refuse(row.Number, "id_malformed", $"id has 1 to {MaxIdLength} letters, digits, '.', '_', ':' or '-', and begins with a letter or digit.");
        }

        return id;
    }

    private static DateTimeOffset? ReadInstant(ImportRow row, string column, ImportProblems problems)
    {
        if (Rfc3339.TryRead(row[column], out var instant))
        {
            return instant;
        }

        if (Rfc3339.LacksOffset(row[column]))
        {
            problems.Refuse(row.Number, $"{column}_without_offset", $"{column} does not say which offset from UTC it has, such as +08:00.");
        }
        else
        {
            problems.Refuse(row.Number, $"{column}_malformed", $"{column} is an instant of the calendar, written as 2025-01-01T09:30:00+08:00.");
        }

        return null;
    }

    private static ReportRequest ReadRequest(ImportRow row, ImportProblems problems) => new()
    {
        ItemCode = row["item_code"],
        GridCode = row["grid_code"],
        Lat = ReadDegrees(row, "lat", problems),
        Lon = ReadDegrees(row, "lon", problems),
        Description = row["description"],
        Channel = row["channel"],
    };

    private static double? ReadDegrees(ImportRow row, string column, ImportProblems problems)
    {
        if (row[column].Length == 0)
        {
            return null;
        }

        if (double.TryParse(row[column], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees))
        {
            return degrees;
        }

        problems.Refuse(row.Number, $"{column}_malformed", $"{column} is a number of degrees, such as 44.012345.");
        return null;
    }
}
