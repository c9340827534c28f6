using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Workers;

public sealed class DutyTests
{
    private static readonly DateTimeOffset _noon = Local("2025-03-03 12:00");
    private static readonly Duty _always = new(
        WorkerId.Parse("w-1"), Post.Of(DivisionCode.Parse("652301001000")), WorkerRole.FullTime, new Shift(new TimeOnly(9, 0), new TimeOnly(19, 0)));

    [Fact]
    public void It_holds_from_its_first_instant_until_the_first_on_which_it_no_longer_does()
    {
        var week = _always with { From = _noon, Until = _noon.AddDays(7) };

        Assert.Equal([false, true, true, false], new[] { _noon.AddTicks(-1), _noon, _noon.AddDays(7).AddTicks(-1), _noon.AddDays(7) }.Select(week.Holds));
        Assert.Equal([false, true], new[] { _noon.AddDays(7).AddTicks(-1), _noon.AddDays(7) }.Select(week.HasEnded));
        Assert.True(_always.Holds(DateTimeOffset.MinValue) && _always.Holds(DateTimeOffset.MaxValue));
        Assert.Equal((true, false), (week.IsOnDuty(_noon, China), week.IsOnDuty(_noon.AddHours(-1), China)));
    }

    [Fact]
    public void Two_overlap_where_there_is_an_instant_at_which_both_hold()
    {
        var (before, after) = (_always with { Until = _noon }, _always with { From = _noon });

        Assert.False(before.Overlaps(after) || after.Overlaps(before));
        Assert.True(before.Overlaps(after with { From = _noon.AddTicks(-1) }) && (after with { From = _noon.AddTicks(-1) }).Overlaps(before));
        Assert.True(_always.Overlaps(before) && after.Overlaps(_always) && _always.Overlaps(_always));
    }

    [Fact]
    public void Ended_at_an_instant_it_keeps_what_lies_before_it()
    {
        var week = _always with { From = _noon, Until = _noon.AddDays(7) };

        Assert.Equal(week with { Until = _noon.AddDays(1) }, week.EndingAt(_noon.AddDays(1)));
        Assert.Null(week.EndingAt(_noon));
        Assert.Equal(week, week.EndingAt(_noon.AddDays(7)));
        Assert.Equal(_always with { Until = _noon }, _always.EndingAt(_noon));
    }
}
