using System.Collections.Immutable;
using System.Globalization;
using GridActors.ApiHost.Problems;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;
using GridActors.Storage.Measures;

namespace GridActors.ApiHost.Measures;

/// <summary>What sums and their lists are narrowed by, as it comes in and as it goes out in links; an empty parameter counts as left out.</summary>
internal static class MeasureFilterReader
{
    public const string DayFormat = "yyyy-MM-dd";
    public const int DefaultDays = 30;
    public const int MaxDays = 366;

    /// <param name="now">Its day, at the time of China, is the last one where none is asked for.</param>
    public static MeasureFilter Read(MeasureParameters asked, DateTimeOffset now, ImmutableArray<FieldProblem>.Builder problems)
    {
        var (from, to) = ReadPeriod(asked, DateOnly.FromDateTime(now.ToOffset(WorkingCalendar.Unpublished.UtcOffset).DateTime), problems);
        return new MeasureFilter(
            from,
            to,
            Read("under", asked.Under, t => DivisionCode.TryParse(t, out var code) ? code : (DivisionCode?)null, "under is a division code of 12 digits.", problems),
            Read("grid", asked.Grid, t => Post.TryParse(t, out var post) ? post : (Post?)null, "grid is a grid code of 15 digits, or a division code of 12 for what is filed under no grid.", problems)?.PlaceCode,
            Read("worker", asked.Worker, t => WorkerId.TryParse(t, out var id) ? id : (WorkerId?)null, "worker is the number on a worker's badge.", problems),
            Read("department", asked.Department, t => DepartmentCode.TryParse(t, out var code) ? code : (DepartmentCode?)null, "department is a department code such as 652301000000/housing.", problems));
    }

    public static Dictionary<string, string?> Write(MeasureFilter filter)
    {
        var parameters = new Dictionary<string, string?> { ["from"] = TextOf(filter.From), ["to"] = TextOf(filter.To) };
        AddIf("under", filter.Under?.ToString());
        AddIf("grid", filter.PlaceCode);
        AddIf("worker", filter.Worker?.ToString());
        AddIf("department", filter.Department?.ToString());
        return parameters;

        void AddIf(string name, string? value)
        {
            if (value is not null)
            {
                parameters.Add(name, value);
            }
        }
    }

    private static (DateOnly From, DateOnly To) ReadPeriod(MeasureParameters asked, DateOnly today, ImmutableArray<FieldProblem>.Builder problems)
    {
        var first = Read("from", asked.From, DayOf, "from is a day, written as 2025-03-03.", problems);
        var to = Read("to", asked.To, DayOf, "to is a day, written as 2025-03-03.", problems) ?? (first > today ? first.Value : today);
        var from = first ?? DateOnly.FromDayNumber(Math.Max(0, to.DayNumber - DefaultDays + 1));
        if (from > to)
        {
            problems.Add(new FieldProblem("to", "period_reversed", "to is the last day of the period and not before from."));
        }
        else if (to.DayNumber - from.DayNumber >= MaxDays)
        {
            problems.Add(new FieldProblem("to", "period_too_long", $"A period has {MaxDays} days at most."));
        }

        return (from, to);
    }

    private static T? Read<T>(string field, string? text, Func<string, T?> read, string message, ImmutableArray<FieldProblem>.Builder problems)
        where T : struct
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var value = read(text);
        if (value is null)
        {
            problems.Add(new FieldProblem(field, $"{field}_malformed", message));
        }

        return value;
    }

    private static DateOnly? DayOf(string text) => DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string TextOf(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);
}

/// <summary>As they come in.</summary>
internal sealed record MeasureParameters(string? Under, string? Grid, string? Worker, string? Department, string? From, string? To);
