using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.WorkingTime;

public sealed class OfficeHoursTests
{
    private static readonly OfficeHours _summer = new(5, 1, [Window("09:00", "14:00"), Window("16:00", "21:00")]);

    [Fact]
    public void Hours_are_the_same_by_their_season_and_windows()
    {
        var again = new OfficeHours(5, 1, [Window("09:00", "14:00"), Window("16:00", "21:00")]);

        Assert.Equal(_summer, again);
        Assert.Equal(_summer.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(_summer, again with { FromMonth = 6 });
        Assert.NotEqual(_summer, again with { FromDay = 2 });
        Assert.NotEqual(_summer, again with { Windows = [Window("09:00", "14:00")] });
        Assert.False(_summer.Equals(null));
    }

    [Theory]
    [InlineData("09:00-14:00 16:00-21:00", true)]
    [InlineData("00:00-1.00:00", true)]
    [InlineData("09:00-14:00 14:00-16:00", true)]
    [InlineData("", false)]
    [InlineData("-01:00/10:00", false)]
    [InlineData("09:00-1.00:01", false)]
    [InlineData("09:00-09:00", false)]
    [InlineData("14:00-09:00", false)]
    [InlineData("09:00-14:00 13:00-16:00", false)]
    [InlineData("16:00-21:00 09:00-14:00", false)]
    public void Windows_lie_in_the_day_in_order_without_overlap(string windows, bool expected)
    {
        var hours = new OfficeHours(1, 1, [.. windows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read)]);

        Assert.Equal(expected, hours.AreValid);
        Assert.Equal(10, _summer.DayLength.TotalHours);
    }

    private static OfficeWindow Read(string text)
    {
        var ends = text.Split(text.Contains('/', StringComparison.Ordinal) ? '/' : '-');
        return Window(ends[0], ends[1]);
    }
}
