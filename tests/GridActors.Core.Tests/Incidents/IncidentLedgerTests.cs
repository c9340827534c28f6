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
                Interval("11:00", "11:05", LedgerClock.Accept, Township, nameof(IncidentForwarded)),
                Interval("11:05", "11:10", LedgerClock.Accept, County, nameof(IncidentAccepted)),
                Interval("11:10", "12:00", LedgerClock.Handle, County, nameof(IncidentSentDown)),
                Interval("12:00", "13:30", LedgerClock.Handle, Township, nameof(IncidentClosed)),
            ],
            IncidentLedger.Of(story.Events));
    }

    [Fact]
    public void The_interval_of_an_open_incident_is_still_running()
    {
        var ledger = IncidentLedger.Of(Accepted().Events);

        Assert.Equal(new LedgerInterval(Local("2025-03-03 11:00"), null, LedgerClock.Handle, Township, ""), ledger[^1]);
    }

    [Fact]
    public void A_climb_ends_the_interval_of_the_tier_that_missed()
    {
        var ledger = IncidentLedger.Of(Reported().At("2025-03-03 11:20").ClockFires().Events);

        Assert.Equal(Interval("11:00", "11:20", LedgerClock.Accept, Township, nameof(IncidentEscalated)), ledger[0]);
        Assert.Equal(County, ledger[1].Holder);
    }

    [Fact]
    public void Elapsed_time_is_the_same_over_the_intervals_as_over_the_whole()
    {
        var story = Reported(ItemOf(Tier.Township, new Limit(2, LimitUnit.WorkHour), new Limit(1, LimitUnit.WorkDay)))
            .At("2025-03-03 12:59:59.123").Do(new AcceptIncident())
            .At("2025-03-03 15:00").Do(new ForwardIncident("Not ours"))
            .At("2025-03-08 15:00").Do(new SendDownIncident(Tier.Village))
            .At("2025-03-10 10:30:00.456").Do(new VoidIncident("A test"));

        var ledger = IncidentLedger.Of(story.Events);

        var sum = ledger.Aggregate(TimeSpan.Zero, (s, i) => s + story.Calendar.Elapsed(i.From, i.To!.Value, LimitUnit.WorkDay));
        Assert.Equal(story.Calendar.Elapsed(story.Incident.ReportedAt, story.Incident.ClosedAt!.Value, LimitUnit.WorkDay), sum);
    }

    private static LedgerInterval Interval(string from, string to, LedgerClock clock, Post holder, string reason) =>
        new(Local($"2025-03-03 {from}"), Local($"2025-03-03 {to}"), clock, holder, reason);
}
