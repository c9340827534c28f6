using GridActors.Core.WorkingTime;

namespace GridActors.Core.Tests.WorkingTime;

/// <summary>One set of calendar rules, as the product has them and a second time to count by.</summary>
internal sealed record CalendarTwice(TimeSpan Offset, OfficeHours[] Seasons, CalendarDay[] Days)
{
    public WorkingCalendar Calendar { get; } = new(1, Offset, [.. Seasons], Days);

    public MinuteByMinute Slowly { get; } = new(Offset, Seasons, Days);
}
