using CsCheck;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.WorkingTime;

namespace GridActors.Core.Tests.Incidents;

/// <summary>
/// The ledger on random calendars, with random limits in every unit, pauses, and up to two changes of calendar in the middle of a life,
/// against a second implementation that looks at one half minute after the other.
/// </summary>
public sealed class LedgerPropertyTests
{
    /// <summary>Counting is slow.</summary>
    private const int Samples = 250;

    private static readonly Gen<(int Step, CalendarTwice Calendar)[]> _changes =
        Gen.Select(Gen.Int[0, 30], RandomCalendars.All).Select((step, calendar) => (step, calendar)).Array[0, 2];

    [Fact]
    public void Sums_are_what_counting_half_minutes_gives() => Ended(_changes, life =>
    {
        var counted = HalfMinuteByHalfMinute.Count(life.Story.Events, life.SlowlyAt, life.Story.Now);

        var sums = life.Ledger.Sums.Where(s => s.Elapsed > TimeSpan.Zero).ToDictionary(s => (s.Holder, s.Clock), s => s.Elapsed);

        Assert.Equal(counted.OrderBy(c => c.Key.ToString(), StringComparer.Ordinal), sums.OrderBy(s => s.Key.ToString(), StringComparer.Ordinal));
    });

    [Fact]
    public void Time_that_ran_and_time_that_stood_still_are_the_time_on_the_calendar() => Ended(_changes, life =>
    {
        var (story, item) = (life.Story, life.Story.Incident.Item);
        if (story.Events.Any(e => e is IncidentReopened or IncidentUnmerged))
        {
            return;
        }

        foreach (var clock in life.Ledger.Own.GroupBy(i => i.Clock).Select(g => g.ToList()))
        {
            var unit = (clock[0].Clock == LedgerClock.Accept ? item.AcceptLimit : item.HandleLimit).Unit;
            var ran = clock.Aggregate(TimeSpan.Zero, (sum, i) => sum + i.Elapsed);
            var stood = clock.Where(i => !i.IsRunning).Aggregate(TimeSpan.Zero, (sum, i) => sum + Between(i));
            Assert.Equal(HalfMinuteByHalfMinute.Between(clock[0].From, clock[^1].To ?? story.Now, life.SlowlyAt, unit), ran + stood);

            TimeSpan Between(LedgerInterval i) => HalfMinuteByHalfMinute.Between(i.From, i.To ?? story.Now, life.SlowlyAt, unit);
        }
    });

    [Fact]
    public void No_clock_is_negative_and_no_interval_ends_before_it_begins() => Always(_changes, life =>
    {
        Assert.True((life.Story.Incident.Run?.Left ?? TimeSpan.Zero) >= TimeSpan.Zero);
        Assert.All(life.Story.Incident.Dispatch?.Tasks ?? [], t => Assert.True(t.Run.Left >= TimeSpan.Zero));
        Assert.All(life.Ledger.Own.Concat(life.Ledger.Tasks), i =>
        {
            Assert.InRange(i.Elapsed, TimeSpan.Zero, (i.To ?? life.Story.Now) - i.From);
            Assert.True(i.IsRunning || i.Elapsed == TimeSpan.Zero);
        });
    });

    /// <summary>However often it stood still, and however late the clock came round.</summary>
    [Fact]
    public void On_one_calendar_what_ran_and_what_is_left_are_the_limit() => Always(Gen.Const(Array.Empty<(int, CalendarTwice)>()), life =>
    {
        var (story, incident) = (life.Story, life.Story.Incident);
        if (incident is { HandleDue: { } due, AcceptedAt: { } acceptedAt, Reopenings: 0, IsOpen: true } && due.At >= story.Now)
        {
            var ran = life.Ledger.Own.Where(i => i.Clock == LedgerClock.Handle).Aggregate(TimeSpan.Zero, (sum, i) => sum + i.Elapsed);
            var left = story.Calendar.Elapsed(story.Now, due.At, incident.Item.HandleLimit.Unit);
            Assert.Equal(story.Calendar.RunningTime(acceptedAt, incident.Item.HandleLimit) * (1 + incident.Extensions), ran + left);
        }
    });

    private static void Ended(Gen<(int Step, CalendarTwice Calendar)[]> changes, Action<CountedLife> look) => Live(changes, _ => { }, look);

    private static void Always(Gen<(int Step, CalendarTwice Calendar)[]> changes, Action<CountedLife> look) => Live(changes, look, look);

    private static void Live(Gen<(int Step, CalendarTwice Calendar)[]> allChanges, Action<CountedLife> meanwhile, Action<CountedLife> atTheEnd) =>
        Gen.Select(RandomCalendars.All, RandomStories.PlotsOnAnyCalendar, allChanges).Sample(
            (first, plot, changes) =>
            {
                var life = new CountedLife(first, plot.Begin);
                for (var step = 0; step < plot.Steps.Length; step++)
                {
                    foreach (var change in changes.Where(c => c.Step == step))
                    {
                        life.Publish(change.Calendar);
                    }

                    plot.Steps[step](life.Story);
                    meanwhile(life);
                }

                atTheEnd(life);
            },
            iter: Iterations.AtMost(Samples));
}
