using CsCheck;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Tests.WorkingTime;

/// <summary>Random counties: any offset, office windows, seasons, holidays, make-up days and published years.</summary>
public sealed class WorkingCalendarPropertyTests
{
    private const int Samples = 400;

    /// <summary>Twenty minutes are the grain of windows and limits, so that every share in steps of 5 % is whole minutes.</summary>
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

    private static readonly Gen<County> _counties = Gen.Select(Gen.Int[-8, 12], _seasons, _days)
        .Select((offset, seasons, days) => new County(TimeSpan.FromHours(offset), seasons, days));

    private static readonly Gen<DateTimeOffset> _minutes = Gen.Int[0, 2 * 365 * 1440]
        .Select(m => new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(m));

    private static readonly Gen<DateTimeOffset> _instants = Gen.Long[0, 2 * 365 * TimeSpan.TicksPerDay]
        .Select(t => new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(t));

    private static readonly Gen<Limit> _limits = Gen.OneOf(
        Gen.Int[1, 60].Select(v => new Limit(v * 20, LimitUnit.Minute)),
        Gen.Int[1, 100].Select(v => new Limit(v, LimitUnit.UrgentHour)),
        Gen.Int[1, 30].Select(v => new Limit(v, LimitUnit.NaturalDay)),
        Gen.Int[1, 100].Select(v => new Limit(v, LimitUnit.WorkHour)),
        Gen.Int[1, 20].Select(v => new Limit(v, LimitUnit.WorkDay)));

    private static readonly Gen<int> _percents = Gen.OneOf(Gen.Const(100), Gen.Int[1, 50].Select(p => p * 5));

    [Fact]
    public void A_deadline_is_the_one_that_counting_minute_by_minute_gives() =>
        Gen.Select(_counties, _minutes, _limits, _percents).Sample(
            (county, from, limit, percent) => Assert.Equal(county.Slowly.Add(from, limit, percent), county.Calendar.Add(from, limit, percent)),
            iter: Iterations.AtMost(Samples));

    [Fact]
    public void Elapsed_office_time_is_the_count_of_office_minutes() =>
        Gen.Select(_counties, _minutes, Gen.Int[0, 40_000]).Sample(
            (county, from, minutes) => Assert.Equal(
                TimeSpan.FromMinutes(county.Slowly.OfficeMinutesBetween(from, from.AddMinutes(minutes))),
                county.Calendar.Elapsed(from, from.AddMinutes(minutes), LimitUnit.WorkHour)),
            iter: Iterations.AtMost(Samples));

    [Fact]
    public void Between_the_start_and_the_deadline_the_clock_ran_for_exactly_the_limit() =>
        Gen.Select(_counties, _instants, _limits).Sample(
            (county, from, limit) => Assert.Equal(
                county.Calendar.RunningTime(from, limit),
                county.Calendar.Elapsed(from, county.Calendar.Add(from, limit).At, limit.Unit)),
            iter: Iterations.AtMost(Samples));

    [Fact]
    public void Elapsed_times_of_consecutive_intervals_add_up() =>
        Gen.Select(_counties, _instants.Array[3], Gen.Enum<LimitUnit>()).Sample(
            (county, instants, unit) =>
            {
                Array.Sort(instants);
                var (a, b, c) = (instants[0], instants[1], instants[2]);
                Assert.Equal(
                    county.Calendar.Elapsed(a, c, unit),
                    county.Calendar.Elapsed(a, b, unit) + county.Calendar.Elapsed(b, c, unit));
            },
            iter: Iterations.AtMost(Samples));

    [Fact]
    public void Whoever_starts_later_is_never_due_earlier() =>
        Gen.Select(_counties, _instants, Gen.Long[0, 5 * TimeSpan.TicksPerDay], Gen.Int[1, 100]).Sample(
            (county, from, later, hours) =>
            {
                var limit = new Limit(hours, LimitUnit.WorkHour);
                Assert.True(county.Calendar.Add(from, limit).At <= county.Calendar.Add(from.AddTicks(later), limit).At);
            },
            iter: Iterations.AtMost(Samples));

    [Fact]
    public void A_larger_share_of_a_limit_is_used_up_later() =>
        Gen.Select(_counties, _instants, _limits, Gen.Int[1, 200]).Sample(
            (county, from, limit, percent) =>
                Assert.True(county.Calendar.Add(from, limit, percent).At < county.Calendar.Add(from, limit, percent + 1).At),
            iter: Iterations.AtMost(Samples));

    private static TimeSpan Twenty(int count) => TimeSpan.FromMinutes(20 * count);

    private sealed record County(TimeSpan Offset, OfficeHours[] Seasons, CalendarDay[] Days)
    {
        public WorkingCalendar Calendar => new(1, Offset, [.. Seasons], Days);

        public MinuteByMinute Slowly => new(Offset, Seasons, Days);
    }
}
