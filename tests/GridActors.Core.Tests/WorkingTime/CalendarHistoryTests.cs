using CsCheck;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.WorkingTime;

public sealed class CalendarHistoryTests
{
    private static readonly DateTimeOffset _first = Local("2025-01-15 09:00");
    private static readonly DateTimeOffset _second = Local("2025-05-07 12:00");

    /// <summary>Of eight months of 2025.</summary>
    private static readonly Gen<int> _minutes = Gen.Int[0, 60 * 24 * 240];

    private static readonly CalendarHistory _history = new(new CalendarInForce(_first, Of2025), new CalendarInForce(_second, WithSeasons));

    [Fact]
    public void A_calendar_holds_from_the_instant_of_its_publication_until_the_next_one()
    {
        Assert.Same(WorkingCalendar.Unpublished, _history.At(_first.AddMilliseconds(-1)));
        Assert.Same(Of2025, _history.At(_first));
        Assert.Same(Of2025, _history.At(_second.AddMilliseconds(-1)));
        Assert.Same(WithSeasons, _history.At(_second));
        Assert.Same(WithSeasons, _history.Latest);
    }

    [Fact]
    public void A_calendar_stored_without_an_instant_holds_from_the_beginning() =>
        Assert.Same(Of2025, new CalendarHistory(new CalendarInForce(default, Of2025)).At(DateTimeOffset.MinValue));

    [Fact]
    public void A_publication_that_a_later_one_overtakes_never_held()
    {
        var history = new CalendarHistory(new CalendarInForce(_second, Of2025), new CalendarInForce(_first, WithSeasons));

        Assert.Same(WithSeasons, history.At(_second));
        Assert.Same(WorkingCalendar.Unpublished, history.At(_first.AddDays(-1)));
    }

    [Fact]
    public void Office_time_across_a_publication_is_measured_with_each_calendar_in_turn()
    {
        // 10:00-14:00 until noon, and from noon on 09:00-14:00 and 16:00-21:00.
        var elapsed = _history.Elapsed(Local("2025-05-07 08:00"), Local("2025-05-07 22:00"), LimitUnit.WorkHour);

        Assert.Equal(TimeSpan.FromHours(2 + 2 + 5), elapsed);
    }

    [Fact]
    public void What_lies_before_a_publication_stays_as_it_was()
    {
        var (from, to) = (Local("2025-05-06 08:00"), Local("2025-05-06 22:00"));

        Assert.Equal(Of2025.Elapsed(from, to, LimitUnit.WorkHour), _history.Elapsed(from, to, LimitUnit.WorkHour));
        Assert.Equal(TimeSpan.Zero, _history.Elapsed(to, from, LimitUnit.WorkHour));
    }

    [Fact]
    public void Until_a_division_has_a_calendar_that_of_the_division_above_holds()
    {
        var own = new CalendarHistory(new CalendarInForce(_second, WithSeasons));
        var above = new CalendarHistory(new CalendarInForce(_first, Of2025), new CalendarInForce(_second.AddDays(1), Of2025And2026));

        var history = own.Over(above);

        Assert.Same(Of2025, history.At(_first));
        Assert.Same(WithSeasons, history.At(_second.AddDays(2)));
        Assert.Same(above, CalendarHistory.Unpublished.Over(above));
    }

    [Fact]
    public void A_calendar_that_held_from_the_beginning_leaves_nothing_to_the_division_above()
    {
        var own = new CalendarHistory(new CalendarInForce(default, WithSeasons));

        Assert.Same(WithSeasons, own.Over(new CalendarHistory(new CalendarInForce(_first, Of2025))).At(_first));
    }

    [Fact]
    public void Publications_are_those_behind_one_instant_and_no_later_than_the_other()
    {
        Assert.Equal([_first, _second], _history.PublicationsBetween(_first.AddTicks(-1), _second));
        Assert.Equal([_second], _history.PublicationsBetween(_first, _second));
        Assert.Equal([_first], _history.PublicationsBetween(DateTimeOffset.MinValue, _second.AddTicks(-1)));
        Assert.Empty(_history.PublicationsBetween(_second, DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Time_is_the_sum_of_its_parts_wherever_it_is_cut() => Gen.Select(_minutes, _minutes, _minutes).Sample((a, b, c) =>
    {
        var minutes = new[] { a, b, c }.Order().Select(m => Local("2025-01-01 00:00").AddMinutes(m)).ToArray();

        Assert.Equal(
            _history.Elapsed(minutes[0], minutes[2], LimitUnit.WorkDay),
            _history.Elapsed(minutes[0], minutes[1], LimitUnit.WorkDay) + _history.Elapsed(minutes[1], minutes[2], LimitUnit.WorkDay));
    });
}
