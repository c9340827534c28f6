using GridActors.Core.Incidents;
using GridActors.Core.Tests.WorkingTime;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Tests.Incidents;

/// <summary>An incident's life, and the calendars that held in it, each from an instant until the next one.</summary>
internal sealed class CountedLife
{
    private readonly List<(DateTimeOffset From, CalendarTwice Calendar)> _calendars;

    public CountedLife(CalendarTwice first, Func<WorkingCalendar, Story> begin)
    {
        _calendars = [(DateTimeOffset.MinValue, first)];
        Story = begin(first.Calendar);
    }

    public Story Story { get; }

    public IncidentLedger Ledger => IncidentLedger.Of(
        Story.Events, new CalendarHistory([.. _calendars.Select(c => new CalendarInForce(c.From, c.Calendar.Calendar))]), Story.Now);

    /// <summary>From now on another calendar holds, and the incident hears of it.</summary>
    public void Publish(CalendarTwice next)
    {
        _calendars.Add((Story.Now, next));
        Story.Calendar = next.Calendar;
        Story.Try(new CalendarPublished());
    }

    public MinuteByMinute SlowlyAt(DateTimeOffset at) => _calendars.FindLast(c => c.From <= at).Calendar.Slowly;
}
