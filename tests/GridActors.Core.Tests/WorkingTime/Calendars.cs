using System.Globalization;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Tests.WorkingTime;

/// <summary>The calendars that tests speak about, with the holidays of the published notices.</summary>
internal static class Calendars
{
    public static TimeSpan China { get; } = TimeSpan.FromHours(8);

    private static CalendarDay[] Notice2025 { get; } =
    [
        .. Off("2025-01-01", 1), Worked("2025-01-26"), .. Off("2025-01-28", 8), Worked("2025-02-08"),
        .. Off("2025-04-04", 3), Worked("2025-04-27"), .. Off("2025-05-01", 5), .. Off("2025-05-31", 3),
        Worked("2025-09-28"), .. Off("2025-10-01", 8), Worked("2025-10-11"),
    ];

    private static CalendarDay[] Notice2026 { get; } =
    [
        .. Off("2026-01-01", 3), Worked("2026-01-04"), Worked("2026-02-14"), .. Off("2026-02-15", 9), Worked("2026-02-28"),
        .. Off("2026-04-04", 3), .. Off("2026-05-01", 5), Worked("2026-05-09"), .. Off("2026-10-01", 7), Worked("2026-10-10"),
    ];

    /// <summary>Default office hours, 2025 published, 2026 not.</summary>
    public static WorkingCalendar Of2025 { get; } = new(1, China, [OfficeHours.Default], Notice2025);

    /// <summary>The same county after the notice for 2026.</summary>
    public static WorkingCalendar Of2025And2026 { get; } = new(2, China, [OfficeHours.Default], [.. Notice2025, .. Notice2026]);

    /// <summary>Eight hours from 1 October, ten from 1 May.</summary>
    public static WorkingCalendar WithSeasons { get; } = new(
        1,
        China,
        [
            new OfficeHours(5, 1, [Window("09:00", "14:00"), Window("16:00", "21:00")]),
            new OfficeHours(10, 1, [Window("10:00", "14:00"), Window("16:00", "20:00")]),
        ],
        Notice2025);

    /// <summary>An instant in local time, written as <c>2025-03-03 11:00</c> or with seconds.</summary>
    public static DateTimeOffset Local(string text) =>
        new(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None), China);

    public static OfficeWindow Window(string opens, string closes) =>
        new(TimeSpan.Parse(opens, CultureInfo.InvariantCulture), TimeSpan.Parse(closes, CultureInfo.InvariantCulture));

    private static IEnumerable<CalendarDay> Off(string first, int days) =>
        Enumerable.Range(0, days).Select(i => new CalendarDay(Date(first).AddDays(i), "holiday", IsDayOff: true));

    private static CalendarDay Worked(string date) => new(Date(date), "make-up workday", IsDayOff: false);

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
