using GridActors.Core.Catalogue;
using GridActors.Core.Escalations;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.Incidents;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Incidents.Story;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Escalations;

/// <summary>Accepted on Monday at 11:00 with two work days: 80 % is Tuesday 17:48, then Wednesday, Thursday, Friday and Monday at 11:00.</summary>
public sealed class HandleLadderTests
{
    private static Story AcceptedAtVillage => AcceptedBy(Tier.Village);

    [Fact]
    public void At_80_percent_the_handler_is_reminded()
    {
        var story = AcceptedAtVillage;
        Assert.Equal(new NextDeadline(DeadlineKind.HandleReminder, Local("2025-03-04 17:48")), story.Incident.Deadline);

        story.DeadlinePasses();

        Assert.Equal(By(Village), By(story.Incident.Holder));
        Assert.Single(story.Events.OfType<HandlerReminded>());
        Assert.Equal(new NextDeadline(DeadlineKind.Handle, Local("2025-03-05 11:00")), story.Incident.Deadline);
    }

    [Fact]
    public void At_100_percent_it_is_overdue_and_the_tier_above_watches()
    {
        var story = AcceptedAtVillage.DeadlinePasses().DeadlinePasses();

        Assert.Equal(Local("2025-03-05 11:00"), story.Last<IncidentOverdue>().MissedDue);
        Assert.Equal(Township, story.Incident.Supervisor);
        Assert.Equal(Village, story.Incident.Holder);
        Assert.Equal(RoutingRule.HandleLimitExpired, story.Incident.Why[^1].Rule);
        Assert.Equal(new NextDeadline(DeadlineKind.Supervision, Local("2025-03-06 11:00")), story.Incident.Deadline);
    }

    [Fact]
    public void At_each_further_50_percent_the_next_tier_up_watches()
    {
        var story = AcceptedAtVillage.DeadlinePasses().DeadlinePasses();

        story.DeadlinePasses();
        Assert.Equal((County, 2, Local("2025-03-07 11:00")), (story.Incident.Supervisor, story.Incident.OverdueSteps, story.Incident.Deadline!.DueAt));

        story.DeadlinePasses();
        Assert.Equal((Prefecture, 3, Local("2025-03-10 11:00")), (story.Incident.Supervisor, story.Incident.OverdueSteps, story.Incident.Deadline!.DueAt));
        Assert.Equal(RoutingRule.StillOverdue, story.Incident.Why[^1].Rule);
    }

    [Fact]
    public void With_the_top_tier_watching_it_is_reminded_at_the_interval_and_never_falls_silent()
    {
        var story = AcceptedAtVillage.DeadlinePasses().DeadlinePasses().DeadlinePasses().DeadlinePasses();

        foreach (var reminders in Enumerable.Range(1, 50))
        {
            story.DeadlinePasses();

            Assert.Equal(reminders, story.Events.OfType<OverdueReminded>().Count());
            Assert.Equal(Prefecture, story.Last<OverdueReminded>().Watcher);
            Assert.Equal(new NextDeadline(DeadlineKind.Supervision, story.Now + EscalationPolicy.Default.OverdueReminderInterval), story.Incident.Deadline);
        }

        Assert.Equal(Prefecture, story.Incident.Supervisor);
    }

    [Fact]
    public void Held_at_the_top_nobody_is_above_and_the_holder_is_reminded_from_the_next_step_on()
    {
        var story = AcceptedBy(Tier.Prefecture).DeadlinePasses().DeadlinePasses();
        Assert.Null(story.Incident.Supervisor);
        Assert.Equal(1, story.Incident.OverdueSteps);

        story.DeadlinePasses();

        Assert.Equal(Local("2025-03-06 11:00").AddMilliseconds(1), story.Last<OverdueReminded>().At);
        Assert.Equal(Prefecture, story.Last<OverdueReminded>().Watcher);
    }

    [Fact]
    public void A_vacant_tier_does_not_watch_and_the_record_says_so()
    {
        var story = AcceptedAtVillage.Vacant(Tier.Township).DeadlinePasses().DeadlinePasses();

        Assert.Equal(County, story.Incident.Supervisor);
        Assert.Equal([Township], story.Incident.Why[^1].Vacant);
    }

    [Fact]
    public void Once_somebody_is_on_duty_above_they_watch_from_the_next_reminder_on()
    {
        var story = AcceptedBy(Tier.County).Vacant(Tier.Prefecture).DeadlinePasses().DeadlinePasses().DeadlinePasses();
        Assert.Null(story.Incident.Supervisor);

        story.Staffed(Tier.Prefecture).DeadlinePasses();

        Assert.Equal(Prefecture, story.Incident.Supervisor);
    }

    [Fact]
    public void After_an_outage_every_step_that_fell_due_is_taken_at_once_and_once()
    {
        var story = AcceptedAtVillage.At("2025-03-07 12:00");

        story.ClockFires().ClockFires().ClockFires().ClockFires();

        Assert.Equal(Prefecture, story.Incident.Supervisor);
        Assert.Equal(Local("2025-03-10 11:00"), story.Incident.Deadline!.DueAt);
        Assert.All(story.Events.Skip(2), e => Assert.Equal(story.Now, e.At));
        Assert.Empty(story.ClockFires().Answer.Events);
    }

    [Fact]
    public void An_act_exactly_at_the_handle_deadline_is_in_time()
    {
        var story = AcceptedAtVillage.DeadlinePasses().At("2025-03-05 11:00").ClockFires();

        Assert.Empty(story.Answer.Events);
        Assert.False(story.Incident.IsOverdueAt(story.Now));
        Assert.True(story.Incident.IsOverdueAt(story.Now.AddTicks(1)));
    }

    [Fact]
    public void The_handle_clock_runs_on_while_the_result_is_checked()
    {
        var story = AcceptedAtVillage.Do(new SubmitResult("Done", By(Wang))).DeadlinePasses().DeadlinePasses();

        Assert.Equal(IncidentPhase.Handled, story.Incident.Phase);
        Assert.Equal(Township, story.Incident.Supervisor);
    }

    [Fact]
    public void A_closed_incident_is_left_alone()
    {
        var story = AcceptedAtVillage.DeadlinePasses();
        var reached = new DeadlineReached(story.Incident.Deadline!.DueAt);

        story.Do(new VoidIncident("A test")).At("2025-03-05 12:00").Do(reached);

        Assert.Empty(story.Answer.Events);
    }

    private static Story AcceptedBy(Tier start) =>
        Reported(ItemIn(start)).Do(new AcceptIncident());

    private static CatalogueItem ItemIn(Tier start) =>
        ItemOf(start, new Limit(2, LimitUnit.WorkHour), new Limit(2, LimitUnit.WorkDay));
}
