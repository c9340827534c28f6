using CsCheck;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Tests.WorkingTime;

/// <summary>Random calendars: any offset, office windows, seasons, holidays, make-up days and published years.</summary>
internal static class RandomCalendars
{
    /// <summary>Twenty minutes are the grain of windows, so that every share of a work day in steps of 5 % is whole minutes.</summary>
    private static readonly Gen<OfficeWindow[]> _windows = Gen.Int[0, 72].Array[2, 6].Select(edges =>
    {
        var sorted = edges.Distinct().Order().ToArray();
        var windows = sorted.Chunk(2).Where(c => c.Length == 2).Select(c => new OfficeWindow(Twenty(c[0]), Twenty(c[1]))).ToArray();
        return windows.Length > 0 ? windows : [new OfficeWindow(Twenty(30), Twenty(54))];
    });

    private static readonly Gen<OfficeHours[]> _seasons = Gen.Select(Gen.Int[1, 12], Gen.Int[1, 28], _windows)
        .Select((month, day, windows) => new OfficeHours(month, day, [.. windows]))
        .Array[1, 3].Select(seasons => seasons.DistinctBy(s => (s.FromMonth, s.FromDay)).ToArray());

    private static readonly Gen<CalendarDay[]> _days = Gen.Select(Gen.Int[0, 1000], Gen.Bool)
        .Select((day, off) => new CalendarDay(new DateOnly(2025, 1, 1).AddDays(day), "", off))
        .Array[0, 60].Select(days => days.DistinctBy(d => d.Date).ToArray());

    /// <summary>Quarters of an hour, from -8 to 12 hours.</summary>
    private static readonly Gen<TimeSpan> _offsets = Gen.Int[-32, 48].Select(quarters => TimeSpan.FromMinutes(15 * quarters));

    public static Gen<CalendarTwice> All { get; } = Gen.Select(_offsets, _seasons, _days).Select((offset, seasons, days) => new CalendarTwice(offset, seasons, days));

    private static TimeSpan Twenty(int count) => TimeSpan.FromMinutes(20 * count);
}
