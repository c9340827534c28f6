using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.WorkingTime;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData(15, LimitUnit.Minute, "2025-03-08 22:15")]
    [InlineData(2, LimitUnit.UrgentHour, "2025-03-09 00:00")]
    [InlineData(3, LimitUnit.NaturalDay, "2025-03-11 22:00")]
    public void Minutes_urgent_hours_and_natural_days_run_through_a_weekend_night(int value, LimitUnit unit, string due) =>
        AssertDue(due, Of2025.Add(Local("2025-03-08 22:00"), new Limit(value, unit)));

    [Theory]
    [InlineData("2025-03-03 11:00", 1, "2025-03-04 11:00")]
    [InlineData("2025-03-03 11:00", 5, "2025-03-10 11:00")]
    [InlineData("2025-03-07 11:00", 1, "2025-03-10 11:00")]
    public void A_work_day_is_a_day_s_worth_of_office_time(string from, int days, string due) =>
        AssertDue(due, Of2025.Add(Local(from), new Limit(days, LimitUnit.WorkDay)));

    [Theory]
    [InlineData("2025-03-03 10:30", 1, "2025-03-03 11:30")]
    [InlineData("2025-03-03 13:00", 2, "2025-03-03 17:00")]
    [InlineData("2025-03-03 13:59:30", 1, "2025-03-03 16:59:30")]
    [InlineData("2025-03-03 19:00", 2, "2025-03-04 11:00")]
    public void The_clock_of_work_hours_stands_still_at_lunch_and_at_night(string from, int hours, string due) =>
        AssertDue(due, Of2025.Add(Local(from), new Limit(hours, LimitUnit.WorkHour)));

    [Theory]
    [InlineData("2025-03-03 10:00", 4, LimitUnit.WorkHour, "2025-03-03 14:00")]
    [InlineData("2025-03-03 18:00", 2, LimitUnit.WorkHour, "2025-03-03 20:00")]
    [InlineData("2025-03-03 10:00", 1, LimitUnit.WorkDay, "2025-03-03 20:00")]
    [InlineData("2025-03-07 16:00", 4, LimitUnit.WorkHour, "2025-03-07 20:00")]
    public void A_limit_used_up_exactly_at_a_closing_ends_at_that_closing(string from, int value, LimitUnit unit, string due) =>
        AssertDue(due, Of2025.Add(Local(from), new Limit(value, unit)));

    [Theory]
    [InlineData("2025-03-03 14:00", "2025-03-03 17:00")]
    [InlineData("2025-03-03 15:15", "2025-03-03 17:00")]
    [InlineData("2025-03-03 20:00", "2025-03-04 11:00")]
    [InlineData("2025-03-03 23:30", "2025-03-04 11:00")]
    [InlineData("2025-03-04 03:00", "2025-03-04 11:00")]
    [InlineData("2025-03-08 12:00", "2025-03-10 11:00")]
    public void Outside_office_hours_counting_starts_at_the_next_opening(string from, string due) =>
        AssertDue(due, Of2025.Add(Local(from), new Limit(1, LimitUnit.WorkHour)));

    [Fact]
    public void Counting_starts_at_once_at_an_opening() =>
        AssertDue("2025-03-03 11:00", Of2025.Add(Local("2025-03-03 10:00"), new Limit(1, LimitUnit.WorkHour)));

    [Theory]
    [InlineData("2025-02-07 19:00", "2025-02-08 11:00")]
    [InlineData("2025-01-25 12:00", "2025-01-26 12:00")]
    [InlineData("2025-04-27 12:00", "2025-04-27 14:00")]
    public void A_make_up_day_is_worked_although_it_is_a_weekend(string from, string due) =>
        AssertDue(due, Of2025.Add(Local(from), new Limit(2, LimitUnit.WorkHour)));

    [Fact]
    public void The_clock_stands_still_over_the_spring_festival() =>
        AssertDue("2025-02-05 11:00", Of2025.Add(Local("2025-01-27 19:00"), new Limit(2, LimitUnit.WorkHour)));

    [Fact]
    public void A_weekday_holiday_is_no_working_day() =>
        AssertDue("2025-05-06 11:00", Of2025.Add(Local("2025-04-30 19:00"), new Limit(2, LimitUnit.WorkHour)));

    [Fact]
    public void Into_an_unpublished_year_Monday_to_Friday_count_and_the_deadline_is_provisional()
    {
        var due = Of2025.Add(Local("2025-12-31 19:00"), new Limit(2, LimitUnit.WorkHour));

        Assert.Equal(new Deadline(Local("2026-01-01 11:00"), IsProvisional: true), due);
    }

    [Fact]
    public void Once_that_year_is_published_the_same_limit_ends_on_its_first_working_day()
    {
        var due = Of2025And2026.Add(Local("2025-12-31 19:00"), new Limit(2, LimitUnit.WorkHour));

        Assert.Equal(new Deadline(Local("2026-01-04 11:00"), IsProvisional: false), due);
    }

    [Fact]
    public void A_limit_used_up_in_a_published_year_is_firm() =>
        Assert.False(Of2025.Add(Local("2025-12-31 18:00"), new Limit(2, LimitUnit.WorkHour)).IsProvisional);

    [Fact]
    public void A_clock_that_always_runs_needs_no_calendar_and_is_never_provisional() =>
        Assert.False(WorkingCalendar.Unpublished.Add(Local("2025-12-31 19:00"), new Limit(9, LimitUnit.NaturalDay)).IsProvisional);

    [Fact]
    public void A_limit_that_starts_on_a_day_off_of_an_unpublished_year_is_provisional()
    {
        var only2023Published = new WorkingCalendar(1, China, [OfficeHours.Default], [new CalendarDay(new DateOnly(2023, 10, 1), "", true)]);

        var due = only2023Published.Add(Local("2022-12-31 12:00"), new Limit(1, LimitUnit.WorkHour));

        Assert.True(due.IsProvisional, "a notice for 2022 could have made that Saturday a working day");
    }

    [Theory]
    [InlineData("2025-04-30 18:00", 2, "2025-04-30 20:00")]
    [InlineData("2025-05-06 08:00", 3, "2025-05-06 12:00")]
    [InlineData("2025-05-06 19:00", 2, "2025-05-06 21:00")]
    [InlineData("2025-09-30 20:30", 1, "2025-10-09 10:30")]
    [InlineData("2025-01-02 09:00", 1, "2025-01-02 11:00")]
    public void A_season_s_hours_hold_from_its_first_day_around_the_year(string from, int hours, string due) =>
        AssertDue(due, WithSeasons.Add(Local(from), new Limit(hours, LimitUnit.WorkHour)));

    [Fact]
    public void A_work_day_is_worth_the_office_time_of_the_season_that_counting_starts_in()
    {
        var lastEveningOfWinterHours = Local("2025-04-30 22:00");

        var due = WithSeasons.Add(lastEveningOfWinterHours, new Limit(1, LimitUnit.WorkDay));

        AssertDue("2025-05-06 21:00", due);
    }

    [Theory]
    [InlineData(80, "2025-03-04 17:48")]
    [InlineData(100, "2025-03-05 11:00")]
    [InlineData(150, "2025-03-06 11:00")]
    public void A_share_of_a_limit_is_counted_on_the_calendar_as_well(int percent, string due)
    {
        var twoWorkDays = new Limit(2, LimitUnit.WorkDay);

        AssertDue(due, Of2025.Add(Local("2025-03-03 11:00"), twoWorkDays, percent), because: $"{percent} % of sixteen hours");
    }

    [Theory]
    [InlineData("2025-03-03 11:00", "2025-03-04 11:00", LimitUnit.WorkDay, 8)]
    [InlineData("2025-03-03 13:30", "2025-03-03 16:30", LimitUnit.WorkHour, 1)]
    [InlineData("2025-03-08 00:00", "2025-03-10 00:00", LimitUnit.WorkHour, 0)]
    [InlineData("2025-03-08 00:00", "2025-03-10 00:00", LimitUnit.NaturalDay, 48)]
    [InlineData("2025-03-04 11:00", "2025-03-03 11:00", LimitUnit.WorkHour, 0)]
    [InlineData("2025-03-04 11:00", "2025-03-03 11:00", LimitUnit.Minute, 0)]
    public void Elapsed_time_is_what_the_clock_of_that_unit_ran(string from, string to, LimitUnit unit, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Of2025.Elapsed(Local(from), Local(to), unit));

    [Fact]
    public void A_deadline_is_an_instant_in_universal_time() =>
        Assert.Equal(TimeSpan.Zero, Of2025.Add(Local("2025-03-03 11:00"), new Limit(1, LimitUnit.WorkDay)).At.Offset);

    [Theory]
    [InlineData(0, 100)]
    [InlineData(-1, 100)]
    [InlineData(1, 0)]
    public void A_limit_or_a_share_of_nothing_is_a_fault_of_the_caller(int value, int percent) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Of2025.Add(Local("2025-03-03 11:00"), new Limit(value, LimitUnit.WorkHour), percent));

    [Fact]
    public void A_calendar_without_office_time_is_no_calendar()
    {
        Assert.Throws<ArgumentException>(() => new WorkingCalendar(1, China, [], []));
        Assert.Throws<ArgumentException>(() => new WorkingCalendar(1, China, [new OfficeHours(1, 1, [])], []));
    }

    [Theory]
    [InlineData("10:00", "14:00", "13:00", "18:00")]
    [InlineData("16:00", "20:00", "10:00", "14:00")]
    [InlineData("10:00", "09:00", "10:00", "20:00")]
    [InlineData("10:00", "14:00", "16:00", "1.01:00")]
    public void Office_windows_that_overlap_or_leave_their_day_are_no_office_hours(string opens1, string closes1, string opens2, string closes2)
    {
        var hours = new OfficeHours(1, 1, [Window(opens1, closes1), Window(opens2, closes2)]);

        Assert.Throws<ArgumentException>(() => new WorkingCalendar(1, China, [hours], []));
    }

    private static void AssertDue(string expected, Deadline actual, string because = "") =>
        Assert.True(Local(expected) == actual.At, $"Due {actual.At.ToOffset(China):yyyy-MM-dd HH:mm:ss}, not {expected} {because}");
}
