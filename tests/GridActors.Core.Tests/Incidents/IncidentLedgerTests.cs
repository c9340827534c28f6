using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Incidents.Story;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Incidents;

public sealed class IncidentLedgerTests
{
    [Fact]
    public void Every_interval_says_which_clock_ran_who_held_it_and_what_ended_it()
    {
        var story = Reported()
            .At("2025-03-03 11:05").Do(new ForwardIncident("Not ours"))
            .At("2025-03-03 11:10").Do(new AcceptIncident())
            .At("2025-03-03 12:00").Do(new SendDownIncident(Tier.Township))
            .At("2025-03-03 12:30").Do(new StartHandling(By(Wang)))
            .At("2025-03-03 13:00").Do(new SubmitResult("Cover replaced", By(Wang)))
            .At("2025-03-03 13:30").Do(new CheckResult(true, ""));

        Assert.Equal(
            [
                Interval("11:00", "11:05", LedgerClock.Accept, By(Township), nameof(IncidentForwarded)),
                Interval("11:05", "11:10", LedgerClock.Accept, By(County), nameof(IncidentAccepted)),
                Interval("11:10", "12:00", LedgerClock.Handle, By(County), nameof(IncidentSentDown)),
                Interval("12:00", "13:30", LedgerClock.Handle, By(Township), nameof(IncidentClosed)),
            ],
            LedgerOf(story).Own);
    }

    [Fact]
    public void The_interval_of_an_open_incident_lasts_until_now()
    {
        var ledger = LedgerOf(Accepted().After(TimeSpan.FromMinutes(10)));

        Assert.Equal(
            new LedgerInterval(Local("2025-03-03 11:00"), null, LedgerClock.Handle, true, By(Township), "", TimeSpan.FromMinutes(10)),
            ledger.Own[^1]);
    }

    [Fact]
    public void A_climb_ends_the_interval_of_the_tier_that_missed()
    {
        var ledger = LedgerOf(Reported().At("2025-03-03 11:20").ClockFires());

        Assert.Equal(Interval("11:00", "11:20", LedgerClock.Accept, By(Township), nameof(IncidentEscalated)), ledger.Own[0]);
        Assert.Equal(By(County), ledger.Own[1].Holder);
    }

    [Fact]
    public void Time_is_split_between_the_dispatcher_and_its_departments()
    {
        var story = Dispatched(Fire)
            .At("2025-03-03 12:00").Do(new ReturnTask(Water, "Not our pipe"))
            .At("2025-03-03 12:30").Do(new DispatchIncident(Housing, []))
            .At("2025-03-03 13:00").Do(new SubmitTaskResult(Fire, "Cordoned off"))
            .At("2025-03-03 14:00").Do(new SubmitTaskResult(Housing, "Repaired"))
            .At("2025-03-03 14:30").Do(new CloseIncident(IncidentOutcome.Resolved));

        var ledger = LedgerOf(story);

        Assert.Equal(
            [
                (By(Township), LedgerClock.Accept, TimeSpan.Zero),
                (By(Township), LedgerClock.Handle, TimeSpan.FromHours(1)),
                (Actor.Of(Water), LedgerClock.Handle, TimeSpan.FromHours(1)),
                (Actor.Of(Housing), LedgerClock.Handle, TimeSpan.FromHours(1.5)),
                (Actor.Of(Housing), LedgerClock.Task, TimeSpan.FromHours(1.5)),
                (Actor.Of(Water), LedgerClock.Task, TimeSpan.FromHours(1)),
                (Actor.Of(Fire), LedgerClock.Task, TimeSpan.FromHours(2)),
            ],
            ledger.Sums.Select(s => (s.Holder, s.Clock, s.Elapsed)));
        Assert.Contains(ledger.Tasks, i => i is { IsRunning: false, From: var from } && from == Local("2025-03-03 12:00"));
    }

    [Fact]
    public void A_suspension_stands_still_until_its_date_however_late_the_clock_is()
    {
        var story = Accepted()
            .At("2025-03-03 12:00").Do(new AskSuspension(Local("2025-03-10 11:00"), "The part has to be ordered"))
            .Do(new DecideSuspension(true, ""))
            .At("2025-03-10 11:30").ClockFires()
            .At("2025-03-10 12:00").Do(new SubmitResult("Replaced"));

        var ledger = LedgerOf(story);

        Assert.Equal(
            [TimeSpan.Zero, TimeSpan.FromHours(1), TimeSpan.Zero, TimeSpan.FromHours(1)],
            ledger.Own.Select(i => i.Elapsed));
        Assert.Equal((false, Local("2025-03-10 11:00")), (ledger.Own[2].IsRunning, ledger.Own[2].To!.Value));
    }

    [Fact]
    public void What_happens_between_the_date_and_a_late_clock_happens_while_the_clocks_run()
    {
        var (place, village) = (new ReportedPlace([GridCode.Parse("652301002001001")], DivisionCode.Parse("652301000000"), null), DivisionCode.Parse("652301001001"));
        var story = Accepted()
            .At("2025-03-03 12:00").Do(new AskSuspension(Local("2025-03-10 11:00"), "The part has to be ordered"))
            .Do(new DecideSuspension(true, ""))
            .At("2025-03-10 11:10").Do(new RefileIncident(place, village, 1))
            .At("2025-03-10 11:30").ClockFires();

        var ledger = LedgerOf(story.At("2025-03-10 12:00"));

        Assert.Equal(
            [
                (By(Township), true, Local("2025-03-03 11:00"), TimeSpan.FromHours(1)),
                (By(Township), false, Local("2025-03-03 12:00"), TimeSpan.Zero),
                (By(Township), true, Local("2025-03-10 11:00"), TimeSpan.FromMinutes(10)),
                (By(story.Incident.Holder), true, Local("2025-03-10 11:10"), TimeSpan.FromMinutes(50)),
            ],
            ledger.Own.Skip(1).Select(i => (i.Holder, i.IsRunning, i.From, i.Elapsed)));
        Assert.NotEqual(Township, story.Incident.Holder);
    }

    [Fact]
    public void Until_the_clock_comes_round_to_it_a_suspension_that_is_over_runs_as_well()
    {
        var story = Dispatched()
            .At("2025-03-03 12:00").Do(new AskSuspension(Local("2025-03-10 11:00"), "The part has to be ordered"))
            .Do(new DecideSuspension(true, ""));

        var ledger = LedgerOf(story.At("2025-03-10 11:30"));

        Assert.Equal((true, TimeSpan.FromHours(0.5)), (ledger.Own[^1].IsRunning, ledger.Own[^1].Elapsed));
        Assert.Equal((true, TimeSpan.FromHours(0.5)), (ledger.Tasks[^1].IsRunning, ledger.Tasks[^1].Elapsed));
        Assert.False(LedgerOf(story.At("2025-03-10 10:59")).Own[^1].IsRunning);
    }

    [Fact]
    public void A_new_calendar_does_not_rewrite_what_was()
    {
        var item = ItemOf(Tier.Township, new Limit(2, LimitUnit.WorkHour), new Limit(3, LimitUnit.WorkDay));
        var story = Reported(item).Do(new AcceptIncident()).At("2025-03-05 11:00").Do(new VoidIncident("A test"));
        var closedOnTuesdays = new WorkingCalendar(2, China, [OfficeHours.Default], [new CalendarDay(new DateOnly(2025, 3, 4), "holiday", true)]);
        var history = new CalendarHistory(
            new CalendarInForce(DateTimeOffset.MinValue, Of2025),
            new CalendarInForce(Local("2025-03-20 00:00"), closedOnTuesdays));

        var ledger = IncidentLedger.Of(story.Events, history, story.Now);

        Assert.Equal(TimeSpan.FromHours(16), ledger.Own[^1].Elapsed);
    }

    [Fact]
    public void Elapsed_time_is_the_same_over_the_intervals_as_over_the_whole()
    {
        var story = Reported(ItemOf(Tier.Township, new Limit(2, LimitUnit.WorkHour), new Limit(1, LimitUnit.WorkDay)))
            .At("2025-03-03 12:59:59.123").Do(new AcceptIncident())
            .At("2025-03-03 15:00").Do(new ForwardIncident("Not ours"))
            .At("2025-03-08 15:00").Do(new SendDownIncident(Tier.Village))
            .At("2025-03-10 10:30:00.456").Do(new VoidIncident("A test"));

        var sum = LedgerOf(story).Own.Aggregate(TimeSpan.Zero, (s, i) => s + i.Elapsed);

        Assert.Equal(story.Calendar.Elapsed(story.Incident.ReportedAt, story.Incident.ClosedAt!.Value, LimitUnit.WorkDay), sum);
    }

    private static IncidentLedger LedgerOf(Story story) =>
        IncidentLedger.Of(story.Events, new CalendarHistory(new CalendarInForce(DateTimeOffset.MinValue, story.Calendar)), story.Now);

    private static LedgerInterval Interval(string from, string to, LedgerClock clock, Actor holder, string reason) =>
        new(Local($"2025-03-03 {from}"), Local($"2025-03-03 {to}"), clock, true, holder, reason, Local($"2025-03-03 {to}") - Local($"2025-03-03 {from}"));
}
