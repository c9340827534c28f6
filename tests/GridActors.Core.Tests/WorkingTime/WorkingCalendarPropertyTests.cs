using CsCheck;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Tests.WorkingTime;

/// <summary>Random counties: any offset, office windows, seasons, holidays, make-up days and published years.</summary>
public sealed class WorkingCalendarPropertyTests
{
    private const int Samples = 400;

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
        Gen.Select(RandomCalendars.All, _minutes, _limits, _percents).Sample(
            (county, from, limit, percent) => Assert.Equal(county.Slowly.Add(from, limit, percent), county.Calendar.Add(from, limit, percent)),
            iter: Iterations.AtMost(Samples));

    [Fact]
    public void Elapsed_office_time_is_the_count_of_office_minutes() =>
        Gen.Select(RandomCalendars.All, _minutes, Gen.Int[0, 40_000]).Sample(
            (county, from, minutes) => Assert.Equal(
                TimeSpan.FromMinutes(county.Slowly.OfficeMinutesBetween(from, from.AddMinutes(minutes))),
                county.Calendar.Elapsed(from, from.AddMinutes(minutes), LimitUnit.WorkHour)),
            iter: Iterations.AtMost(Samples));

    [Fact]
    public void Between_the_start_and_the_deadline_the_clock_ran_for_exactly_the_limit() =>
        Gen.Select(RandomCalendars.All, _instants, _limits).Sample(
            (county, from, limit) => Assert.Equal(
                county.Calendar.RunningTime(from, limit),
                county.Calendar.Elapsed(from, county.Calendar.Add(from, limit).At, limit.Unit)),
            iter: Iterations.AtMost(Samples));

    [Fact]
    public void Elapsed_times_of_consecutive_intervals_add_up() =>
        Gen.Select(RandomCalendars.All, _instants.Array[3], Gen.Enum<LimitUnit>()).Sample(
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
        Gen.Select(RandomCalendars.All, _instants, Gen.Long[0, 5 * TimeSpan.TicksPerDay], Gen.Int[1, 100]).Sample(
            (county, from, later, hours) =>
            {
                var limit = new Limit(hours, LimitUnit.WorkHour);
                Assert.True(county.Calendar.Add(from, limit).At <= county.Calendar.Add(from.AddTicks(later), limit).At);
            },
            iter: Iterations.AtMost(Samples));

    [Fact]
    public void A_larger_share_of_a_limit_is_used_up_later() =>
        Gen.Select(RandomCalendars.All, _instants, _limits, Gen.Int[1, 200]).Sample(
            (county, from, limit, percent) =>
                Assert.True(county.Calendar.Add(from, limit, percent).At < county.Calendar.Add(from, limit, percent + 1).At),
            iter: Iterations.AtMost(Samples));
}
