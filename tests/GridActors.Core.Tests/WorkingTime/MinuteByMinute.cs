using GridActors.Core.WorkingTime;

namespace GridActors.Core.Tests.WorkingTime;

/// <summary>The clock rules a second time, as slowly and plainly as possible: one minute after the other, nothing shared with the product.</summary>
internal sealed class MinuteByMinute(TimeSpan utcOffset, OfficeHours[] seasons, CalendarDay[] days)
{
    private readonly Dictionary<DateOnly, bool[]> _officeMinutes = [];

    public Deadline Add(DateTimeOffset from, Limit limit, int percent)
    {
        var minutes = MinutesOf(from, limit) * percent / 100;
        if (limit.Unit is LimitUnit.Minute or LimitUnit.UrgentHour or LimitUnit.NaturalDay)
        {
            return new Deadline(from.AddMinutes(minutes), false);
        }

        var at = from;
        var lastCounted = from;
        for (; minutes > 0; at = at.AddMinutes(1))
        {
            if (IsOfficeMinute(at))
            {
                minutes--;
                lastCounted = at;
            }
        }

        var crossed = Enumerable.Range(DateOf(from).Year, DateOf(lastCounted).Year - DateOf(from).Year + 1);
        return new Deadline(at, crossed.Any(y => !days.Any(d => d.Date == new DateOnly(y, 10, 1))));
    }

    public int OfficeMinutesBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var count = 0;
        for (var at = from; at < to; at = at.AddMinutes(1))
        {
            count += IsOfficeMinute(at) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a clock in this unit runs at an instant.</summary>
    public bool RunsAt(DateTimeOffset at, LimitUnit unit) => unit is not (LimitUnit.WorkHour or LimitUnit.WorkDay) || IsOfficeMinute(at);

    private int MinutesOf(DateTimeOffset from, Limit limit) => limit.Unit switch
    {
        LimitUnit.Minute => limit.Value,
        LimitUnit.UrgentHour or LimitUnit.WorkHour => limit.Value * 60,
        LimitUnit.NaturalDay => limit.Value * 1440,
        _ => limit.Value * MinutesOfTheDayThatCountingStartsIn(from),
    };

    private int MinutesOfTheDayThatCountingStartsIn(DateTimeOffset from)
    {
        var at = from;
        while (!IsOfficeMinute(at))
        {
            at = at.AddMinutes(1);
        }

        return OfficeMinutesOf(DateOf(at)).Count(isOffice => isOffice);
    }

    private bool IsOfficeMinute(DateTimeOffset at)
    {
        var local = at.ToOffset(utcOffset);
        return OfficeMinutesOf(DateOf(at))[(local.Hour * 60) + local.Minute];
    }

    private DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(utcOffset).DateTime);

    private bool[] OfficeMinutesOf(DateOnly date)
    {
        if (_officeMinutes.TryGetValue(date, out var minutes))
        {
            return minutes;
        }

        minutes = new bool[1440];
        foreach (var window in IsWorked(date) ? SeasonOf(date).Windows : [])
        {
            Array.Fill(minutes, true, (int)window.Opens.TotalMinutes, (int)(window.Closes - window.Opens).TotalMinutes);
        }

        return _officeMinutes[date] = minutes;
    }

    private bool IsWorked(DateOnly date)
    {
        foreach (var day in days)
        {
            if (day.Date == date)
            {
                return !day.IsDayOff;
            }
        }

        return date.DayOfWeek != DayOfWeek.Saturday && date.DayOfWeek != DayOfWeek.Sunday;
    }

    /// <summary>Walks back, day by day, to the last day on which a season began.</summary>
    private OfficeHours SeasonOf(DateOnly date)
    {
        for (var day = date; ; day = day.AddDays(-1))
        {
            if (seasons.FirstOrDefault(s => s.FromMonth == day.Month && s.FromDay == day.Day) is { } season)
            {
                return season;
            }
        }
    }
}
