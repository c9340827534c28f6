using System.Collections.Immutable;

namespace GridActors.Core.WorkingTime;

/// <summary>
/// Every working calendar that ever held in a place, each from the instant at which it was published. A change of calendar
/// never rewrites the past: what lies before a publication is measured with the calendar that held then.
/// </summary>
public sealed class CalendarHistory
{
    /// <summary>In order of their instants, which differ; the first one holds from the beginning.</summary>
    private readonly ImmutableArray<CalendarInForce> _calendars;

    /// <param name="publications">In the order in which they were published. One that a later one overtakes, by a clock that went backwards, never held.</param>
    public CalendarHistory(params ImmutableArray<CalendarInForce> publications)
    {
        var held = new Stack<CalendarInForce>();
        foreach (var publication in publications.Reverse())
        {
            if (held.Count == 0 || publication.From < held.Peek().From)
            {
                held.Push(publication);
            }
        }

        if (held.Count == 0 || held.Peek().From > DateTimeOffset.MinValue)
        {
            held.Push(new CalendarInForce(DateTimeOffset.MinValue, WorkingCalendar.Unpublished));
        }

        _calendars = [.. held];
    }

    /// <summary>Nothing was ever published: Monday to Friday.</summary>
    public static CalendarHistory Unpublished { get; } = new();

    /// <summary>The calendar that holds now, and that new deadlines are computed with.</summary>
    public WorkingCalendar Latest => _calendars[^1].Calendar;

    /// <summary>The calendar that held at an instant; from the very instant of its publication a calendar holds.</summary>
    public WorkingCalendar At(DateTimeOffset instant) => _calendars.Last(c => c.From <= instant).Calendar;

    /// <summary>The instants behind one and no later than another at which another calendar came into force, in order.</summary>
    public IEnumerable<DateTimeOffset> PublicationsBetween(DateTimeOffset after, DateTimeOffset until) =>
        _calendars.Select(c => c.From).Where(from => from > after && from <= until);

    /// <summary>How long a clock in this unit ran between two instants, each stretch measured with the calendar that held then; zero where they are in reverse order.</summary>
    public TimeSpan Elapsed(DateTimeOffset from, DateTimeOffset to, LimitUnit unit)
    {
        var sum = TimeSpan.Zero;
        for (var i = 0; i < _calendars.Length; i++)
        {
            var (begins, calendar) = _calendars[i];
            var ends = i + 1 < _calendars.Length && _calendars[i + 1].From < to ? _calendars[i + 1].From : to;
            sum += calendar.Elapsed(from > begins ? from : begins, ends, unit);
        }

        return sum;
    }

    /// <summary>This history on top of the one of a division above, which held until the first publication of this one.</summary>
    public CalendarHistory Over(CalendarHistory above)
    {
        ImmutableArray<CalendarInForce> own = _calendars[0].Calendar == WorkingCalendar.Unpublished ? _calendars[1..] : _calendars;
        return own.IsEmpty ? above
            : new CalendarHistory([.. above._calendars.TakeWhile(c => c.From < own[0].From), .. own]);
    }
}

/// <param name="From">When it was published; the smallest instant where that is not known, so that it holds from the beginning.</param>
public readonly record struct CalendarInForce(DateTimeOffset From, WorkingCalendar Calendar);
