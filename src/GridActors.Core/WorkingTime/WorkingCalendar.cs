using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;

namespace GridActors.Core.WorkingTime;

/// <summary>
/// When the clocks of a county run: working weekdays plus make-up workdays, minus holidays, inside office hours
/// (DOMAIN 7). Counting starts at once inside office hours and at the next opening outside them; a limit used up exactly
/// at a closing ends at that closing.
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>Longer than any limit can run; a search that goes past it means a calendar without office time.</summary>
    private const int HorizonDays = 366 * 200;

    private readonly ImmutableArray<OfficeHours> _seasons;
    private readonly FrozenDictionary<DateOnly, bool> _isDayOff;
    private readonly FrozenSet<int> _publishedYears;

    /// <param name="version">Counts the publications of the calendar; 0 where none was published.</param>
    /// <param name="utcOffset">Local time of the county; China keeps one offset all year.</param>
    /// <param name="seasons">At least one; each holds from its first day until the next one's, around the year.</param>
    /// <exception cref="ArgumentException">No season, or a season whose office hours are none: see <see cref="OfficeHours.AreValid"/>.</exception>
    public WorkingCalendar(int version, TimeSpan utcOffset, ImmutableArray<OfficeHours> seasons, IEnumerable<CalendarDay> days)
    {
        if (seasons.IsEmpty || !seasons.All(s => s.AreValid))
        {
            throw new ArgumentException("A calendar needs office time in every season.", nameof(seasons));
        }

        Version = version;
        UtcOffset = utcOffset;
        _seasons = [.. seasons.OrderBy(s => (s.FromMonth, s.FromDay))];
        _isDayOff = days.ToFrozenDictionary(d => d.Date, d => d.IsDayOff);
        _publishedYears = _isDayOff.Keys.Where(d => d is { Month: 10, Day: 1 }).Select(d => d.Year).ToFrozenSet();
    }

    public int Version { get; }

    public TimeSpan UtcOffset { get; }

    /// <summary>Monday to Friday, default office hours, UTC+8, no year published.</summary>
    public static WorkingCalendar Unpublished { get; } = new(0, TimeSpan.FromHours(8), [OfficeHours.Default], []);

    /// <summary>A year is published once its National Day is listed: every year's notice lists it, and no other year's does.</summary>
    public bool IsPublished(int year) => _publishedYears.Contains(year);

    public bool IsWorkingDay(DateOnly date) => _isDayOff.TryGetValue(date, out var off)
        ? !off
        : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The instant at which a share of the limit is used up, counted from <paramref name="from"/>.</summary>
    /// <param name="percent">Above 0; 80 for the reminder, 150 for the next supervisor.</param>
    public Deadline Add(DateTimeOffset from, Limit limit, int percent = 100)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(percent);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit.Value, nameof(limit));
        return AddRunning(from, TimeSpan.FromTicks(RunningTime(from, limit).Ticks / 100 * percent), limit.Unit);
    }

    /// <summary>The instant at which so much running time is used up.</summary>
    /// <param name="running">Office time where the unit runs on the calendar; zero or more.</param>
    public Deadline AddRunning(DateTimeOffset from, TimeSpan running, LimitUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(running, TimeSpan.Zero);
        return unit is LimitUnit.WorkHour or LimitUnit.WorkDay
            ? AddOfficeTime(from, running)
            : new Deadline((from + running).ToUniversalTime(), IsProvisional: false);
    }

    /// <summary>How long a clock in this unit ran between two instants; zero where they are in reverse order.</summary>
    public TimeSpan Elapsed(DateTimeOffset from, DateTimeOffset to, LimitUnit unit) =>
        to <= from ? TimeSpan.Zero
        : unit is LimitUnit.WorkHour or LimitUnit.WorkDay ? OfficeTimeBetween(from, to)
        : to - from;

    /// <summary>The running time of a limit that starts at <paramref name="from"/>; a work day is worth the hours of the season that counting starts in.</summary>
    public TimeSpan RunningTime(DateTimeOffset from, Limit limit) =>
        limit.RunningTime(limit.Unit == LimitUnit.WorkDay ? HoursOn(OfficeTimeFrom(from).First().Date).DayLength : default);

    private Deadline AddOfficeTime(DateTimeOffset from, TimeSpan remaining)
    {
        foreach (var (date, opens, closes) in OfficeTimeFrom(from))
        {
            if (remaining <= closes - opens)
            {
                return new Deadline((opens + remaining).ToUniversalTime(), !ArePublished(LocalDate(from).Year, date.Year));
            }

            remaining -= closes - opens;
        }

        throw new UnreachableException("A calendar always has office time ahead.");
    }

    private bool ArePublished(int firstYear, int lastYear) => Enumerable.Range(firstYear, lastYear - firstYear + 1).All(IsPublished);

    private DateOnly LocalDate(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(UtcOffset).DateTime);

    private TimeSpan OfficeTimeBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        foreach (var (_, opens, closes) in OfficeTimeFrom(from))
        {
            if (opens >= to)
            {
                break;
            }

            sum += (closes < to ? closes : to) - opens;
        }

        return sum;
    }

    /// <summary>The stretches of office time that are left at an instant, in order; the first one starts at it where it lies inside.</summary>
    private IEnumerable<(DateOnly Date, DateTimeOffset Opens, DateTimeOffset Closes)> OfficeTimeFrom(DateTimeOffset from)
    {
        var local = from.ToOffset(UtcOffset);
        var first = LocalDate(from);
        for (var day = 0; day < HorizonDays; day++)
        {
            var date = first.AddDays(day);
            if (!IsWorkingDay(date))
            {
                continue;
            }

            var midnight = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), UtcOffset);
            foreach (var window in HoursOn(date).Windows)
            {
                var opens = midnight + window.Opens;
                var closes = midnight + window.Closes;
                if (closes > local)
                {
                    yield return (date, opens > local ? opens : local, closes);
                }
            }
        }
    }

    private OfficeHours HoursOn(DateOnly date) =>
        _seasons.LastOrDefault(s => (s.FromMonth, s.FromDay).CompareTo((date.Month, date.Day)) <= 0) ?? _seasons[^1];
}
