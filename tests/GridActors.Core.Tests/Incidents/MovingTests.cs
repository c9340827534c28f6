using GridActors.Core.Incidents;
using static GridActors.Core.Tests.Incidents.Story;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Incidents;

/// <summary>Handing up and sending down.</summary>
public sealed class MovingTests
{
    [Fact]
    public void The_holder_hands_it_up_to_the_next_tier_with_a_reason()
    {
        var story = Reported().Do(new ForwardIncident("Not ours"));

        Assert.Equal(County, story.Incident.Holder);
        Assert.Equal("Not ours", story.Last<IncidentForwarded>().Reason);
        Assert.Equal(RoutingRule.HandedUp, story.Incident.Why[^1].Rule);
        Assert.Equal(IncidentRefusal.ReasonRequired, story.Try(new ForwardIncident(" ")).Answer.Refusal);
    }

    [Fact]
    public void A_vacant_tier_is_skipped_on_the_way_up()
    {
        var story = Reported().Vacant(Tier.County).Do(new ForwardIncident("Not ours"));

        Assert.Equal(Prefecture, story.Incident.Holder);
        Assert.Equal([County], story.Incident.Why[^1].Vacant);
    }

    [Fact]
    public void Where_everything_above_is_vacant_it_goes_to_the_next_tier_all_the_same() =>
        Assert.Equal(County, Reported().Vacant(Tier.County, Tier.Prefecture).Do(new ForwardIncident("Not ours")).Incident.Holder);

    [Fact]
    public void From_the_top_there_is_no_way_up() =>
        Assert.Equal(IncidentRefusal.NoTierAbove, ReportedAt(Tier.Prefecture).Try(new ForwardIncident("Not ours")).Answer.Refusal);

    [Fact]
    public void A_centre_sends_it_down_to_any_lower_tier()
    {
        var story = ReportedAt(Tier.County).Do(new SendDownIncident(Tier.Village));

        Assert.Equal(Village, story.Incident.Holder);
        Assert.Equal(RoutingRule.SentDown, story.Incident.Why[^1].Rule);
    }

    [Theory]
    [InlineData(Tier.Village)]
    [InlineData(Tier.Grid)]
    public void Below_the_township_there_is_no_centre_that_could_send_it_down(Tier start) =>
        Assert.Equal(IncidentRefusal.NotACentre, ReportedAt(start).Try(new SendDownIncident(Tier.Grid)).Answer.Refusal);

    [Theory]
    [InlineData(Tier.Township)]
    [InlineData(Tier.County)]
    public void Down_means_below_the_holder(Tier to) =>
        Assert.Equal(IncidentRefusal.NotBelowHolder, Reported().Try(new SendDownIncident(to)).Answer.Refusal);

    [Fact]
    public void It_is_not_sent_down_to_a_tier_that_the_place_has_none_of()
    {
        var story = new Story { Grids = [] };

        story.Do(story.Report()).Try(new SendDownIncident(Tier.Township));

        Assert.Equal(IncidentRefusal.NotBelowHolder, story.Answer.Refusal);
    }

    [Fact]
    public void Nobody_but_the_holder_moves_it()
    {
        Assert.Equal(IncidentRefusal.NotHolder, Reported().Try(new ForwardIncident("Ours", By(Prefecture))).Answer.Refusal);
        Assert.Equal(IncidentRefusal.NotHolder, Reported().Try(new SendDownIncident(Tier.Village, By(County))).Answer.Refusal);
    }

    [Fact]
    public void Before_acceptance_a_new_holder_has_the_full_accept_limit()
    {
        var up = Reported().At("2025-03-03 11:10").Do(new ForwardIncident("Not ours"));
        var down = Reported().At("2025-03-03 11:10").Do(new SendDownIncident(Tier.Village));

        Assert.Equal(Local("2025-03-03 11:25"), up.Incident.AcceptDue.At);
        Assert.Equal(Local("2025-03-03 11:25"), down.Incident.Deadline!.DueAt);
        Assert.Equal(0, up.Incident.AcceptEscalations);
    }

    [Fact]
    public void After_acceptance_the_promise_to_the_requester_keeps_running()
    {
        var story = Accepted().Do(new AssignWorker(Wang)).Do(new StartHandling(By(Wang)));
        var (due, deadline) = (story.Incident.HandleDue, story.Incident.Deadline);

        story.At("2025-03-03 13:00").Do(new ForwardIncident("Needs a crane"));

        Assert.Equal(due, story.Incident.HandleDue);
        Assert.Equal(deadline, story.Incident.Deadline);
        Assert.Equal(Local("2025-03-03 13:00"), story.Incident.HeldSince);
    }

    [Fact]
    public void An_overdue_incident_that_is_handed_up_to_its_supervisor_is_watched_by_the_next_tier()
    {
        var story = Overdue();
        var deadline = story.Incident.Deadline;
        Assert.Equal(County, story.Incident.Supervisor);

        story.Do(new ForwardIncident("Needs a crane"));

        Assert.Equal(County, story.Incident.Holder);
        Assert.Equal(Prefecture, story.Incident.Supervisor);
        Assert.Equal(1, story.Incident.OverdueSteps);
        Assert.Equal(deadline, story.Incident.Deadline);
    }

    [Fact]
    public void An_overdue_incident_that_is_handed_up_to_the_top_is_watched_by_nobody_below()
    {
        var story = Overdue().Do(new ForwardIncident("Needs a crane")).Do(new ForwardIncident("Needs two"));

        Assert.Equal(Prefecture, story.Incident.Holder);
        Assert.Null(story.Incident.Supervisor);
    }

    [Fact]
    public void An_overdue_incident_that_is_sent_down_keeps_its_supervisor() =>
        Assert.Equal(County, Overdue().Do(new SendDownIncident(Tier.Village)).Incident.Supervisor);

    [Fact]
    public void Whoever_worked_for_the_former_holder_no_longer_does()
    {
        var story = Accepted().Do(new StartHandling(By(Wang))).Do(new ForwardIncident("Needs a crane"));

        Assert.Null(story.Incident.Handler);
        Assert.Equal(IncidentPhase.Accepted, story.Incident.Phase);
    }

    private static Story Overdue() => Accepted().DeadlinePasses().DeadlinePasses();
}
