using GridActors.Core.Escalations;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Incidents.Story;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Escalations;

/// <summary>Nobody accepts: the incident climbs.</summary>
public sealed class AcceptLadderTests
{
    [Fact]
    public void It_climbs_tier_by_tier_with_the_full_limit_again_at_each()
    {
        var story = ReportedAt(Tier.Grid);

        foreach (var (to, time) in new[] { (Village, "11:15"), (Township, "11:30"), (County, "11:45"), (Prefecture, "12:00") })
        {
            story.At(Local($"2025-03-03 {time}").AddMilliseconds(1 + story.Incident.AcceptEscalations)).ClockFires();

            Assert.Equal(to, story.Incident.Holder);
            Assert.Equal(story.Now.AddMinutes(15), story.Incident.AcceptDue.At);
            Assert.Equal(story.Now, story.Incident.HeldSince);
        }

        Assert.Equal(4, story.Incident.AcceptEscalations);
    }

    [Fact]
    public void The_tier_that_missed_and_the_deadline_that_it_missed_are_on_the_record()
    {
        var escalated = Reported().DeadlinePasses().Last<IncidentEscalated>();

        Assert.Equal(Township, escalated.From);
        Assert.Equal(Local("2025-03-03 11:15"), escalated.MissedDue);
        Assert.Equal(Actor.Clock, escalated.By);
        Assert.Equal(RoutingRule.AcceptLimitExpired, escalated.Why.Rule);
    }

    [Fact]
    public void A_vacant_post_is_skipped_never_waited_for_and_the_record_says_which()
    {
        var story = ReportedAt(Tier.Village).Vacant(Tier.Township, Tier.County).DeadlinePasses();

        Assert.Equal(Prefecture, story.Incident.Holder);
        Assert.Equal([Township, County], story.Incident.Why[^1].Vacant);
        Assert.Equal(1, story.Incident.AcceptEscalations);
    }

    [Fact]
    public void The_accept_limit_of_work_hours_runs_on_the_calendar_at_every_tier()
    {
        var story = Reported(ItemOf(Tier.Township, new Limit(2, LimitUnit.WorkHour), new Limit(1, LimitUnit.WorkDay)))
            .At("2025-03-03 19:59:59.999")
            .ClockFires();

        Assert.Equal(Local("2025-03-04 11:59:59.999"), story.Incident.AcceptDue.At);
    }

    [Fact]
    public void At_the_top_it_stays_is_reminded_at_the_interval_and_never_falls_silent()
    {
        var story = ReportedAt(Tier.Prefecture);

        foreach (var reminders in Enumerable.Range(1, 50))
        {
            story.DeadlinePasses();

            Assert.Equal(Prefecture, story.Incident.Holder);
            Assert.Equal(reminders, story.Events.OfType<AcceptanceReminded>().Count());
            Assert.Equal(new NextDeadline(DeadlineKind.Accept, story.Now + EscalationPolicy.Default.AcceptanceReminderInterval), story.Incident.Deadline);
        }

        Assert.Equal(0, story.Incident.AcceptEscalations);
        Assert.Equal(Local("2025-03-03 11:15"), story.Incident.AcceptDue.At);
    }

    [Fact]
    public void With_every_tier_above_vacant_it_is_reminded_and_climbs_once_somebody_is_there()
    {
        var story = Reported().Vacant(Tier.County, Tier.Prefecture).DeadlinePasses();
        Assert.Equal(Township, story.Incident.Holder);

        story.Staffed(Tier.Prefecture).DeadlinePasses();

        Assert.Equal(Prefecture, story.Incident.Holder);
        Assert.Equal(Local("2025-03-03 11:15"), story.Last<IncidentEscalated>().MissedDue);
    }

    [Fact]
    public void That_it_stays_and_which_posts_above_are_vacant_is_explained_once()
    {
        var story = Reported().Vacant(Tier.County, Tier.Prefecture).DeadlinePasses().DeadlinePasses().DeadlinePasses();

        var why = Assert.Single(story.Incident.Why.Skip(1));
        Assert.Equal((RoutingRule.NoTierAbove, Township), (why.Rule, why.To));
        Assert.Equal([County, Prefecture], why.Vacant);
        Assert.Equal(Local("2025-03-03 11:15").AddMilliseconds(1), why.At);
    }

    [Fact]
    public void Accepting_exactly_at_the_deadline_is_in_time()
    {
        var story = Reported().At("2025-03-03 11:15").ClockFires();
        Assert.Empty(story.Answer.Events);

        story.Do(new AcceptIncident());

        Assert.Equal(Township, story.Incident.Holder);
        Assert.Equal(0, story.Incident.AcceptEscalations);
    }

    [Fact]
    public void After_an_outage_it_climbs_at_once_and_the_next_tier_has_the_full_limit_from_then()
    {
        var story = Reported().At("2025-03-05 03:00").ClockFires();

        Assert.Equal(County, story.Incident.Holder);
        Assert.Equal(Local("2025-03-05 03:15"), story.Incident.AcceptDue.At);
        Assert.Equal(Local("2025-03-03 11:15"), story.Last<IncidentEscalated>().MissedDue);
    }

    [Fact]
    public void The_same_deadline_twice_moves_it_once()
    {
        var story = Reported();
        var reached = new DeadlineReached(story.Incident.Deadline!.DueAt);

        story.At("2025-03-03 11:16").Do(reached).Do(reached);

        Assert.Empty(story.Answer.Events);
        Assert.Equal(County, story.Incident.Holder);
    }

    [Fact]
    public void A_deadline_that_has_moved_or_ended_does_nothing()
    {
        var reached = new DeadlineReached(Reported().Incident.Deadline!.DueAt);

        Assert.Empty(Reported().Do(new ForwardIncident("Not ours")).Do(new AcceptIncident()).At("2025-03-03 11:16").Do(reached).Answer.Events);
        Assert.Empty(Closed().At("2025-03-03 11:16").Do(reached).Answer.Events);
    }
}
