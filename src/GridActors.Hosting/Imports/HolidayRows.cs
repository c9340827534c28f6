using System.Collections.Immutable;
using System.Globalization;
using GridActors.Core.WorkingTime;

namespace GridActors.Hosting.Imports;

/// <summary>Checks the rows of a calendar file: holidays, and weekend days worked instead.</summary>
internal static class HolidayRows
{
    public static ImmutableArray<string> Columns { get; } = ["date", "name", "is_off_day"];

    public static ImmutableArray<CalendarDay> Read(ImportTable table, ImportProblems problems)
    {
        var rows = new ImportedRows<DateOnly, CalendarDay>(problems, d => $"{d:yyyy-MM-dd}");
        foreach (var row in table.Rows)
        {
            if (!DateOnly.TryParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                problems.Refuse(row.Number, "date_malformed", "date is a day of the calendar, written as 2025-10-01.");
                continue;
            }

            if (row["is_off_day"] is not ("true" or "false"))
            {
                problems.Refuse(row.Number, "is_off_day_malformed", "is_off_day is true or false.");
            }

            ImportWords.CheckName(row, "name", problems);
            rows.Add(row, date, new CalendarDay(date, row["name"], row["is_off_day"] == "true"));
        }

        return [.. rows.Accepted.Select(r => r.Value).OrderBy(d => d.Date)];
    }
}
