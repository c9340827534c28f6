using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Incidents;

/// <summary>What tiers above the holder do of their own accord.</summary>
public sealed class WatchTests
{
    [Fact]
    public void A_tier_above_presses_for_it_and_that_changes_nothing_else()
    {
        var story = Accepted();
        var before = story.Incident;

        story.Do(new UrgeIncident("A school is near"));

        Assert.Equal((By(County), "A school is near"), (story.Last<IncidentUrged>().By, story.Last<IncidentUrged>().Reason));
        Assert.Equal(before with { Version = before.Version + 1 }, story.Incident);
        Assert.Equal(By(Prefecture), story.Do(new UrgeIncident("Well?", By(Prefecture))).Last<IncidentUrged>().By);
    }

    [Fact]
    public void It_says_why() => Accepted().Refuses(IncidentRefusal.ReasonRequired, new UrgeIncident(" "));

    [Fact]
    public void A_tier_above_takes_over_the_watching()
    {
        var story = Accepted().Do(new SuperviseIncident());

        Assert.Equal((County, Township), (story.Incident.Supervisor, story.Incident.Holder));
        Assert.Empty(story.Do(new SuperviseIncident()).Answer.Events);
        Assert.Equal(Prefecture, story.Do(new SuperviseIncident(By(Prefecture))).Incident.Supervisor);
    }

    [Fact]
    public void Nobody_does_either_who_is_not_above_the_holder()
    {
        var elsewhere = By(Post.Of(DivisionCode.Parse("652302000000")));

        foreach (var by in new[] { By(Township), By(Village), By(Wang), Actor.Requester, Actor.Of(Water), elsewhere })
        {
            Accepted().Refuses(IncidentRefusal.NotAboveHolder, new UrgeIncident("Hurry", by), new SuperviseIncident(by));
        }
    }

    [Fact]
    public void At_the_top_nobody_is_above() =>
        AcceptedAt(Tier.Prefecture).Refuses(IncidentRefusal.NotAboveHolder, new UrgeIncident("Hurry"), new SuperviseIncident());

    [Fact]
    public void Once_it_is_overdue_whoever_watches_from_higher_up_goes_on_watching()
    {
        var story = Accepted().Do(new SuperviseIncident(By(Prefecture))).DeadlinePasses().DeadlinePasses();

        Assert.Equal((1, Prefecture), (story.Incident.OverdueSteps, story.Incident.Supervisor));
        Assert.Empty(story.Events.OfType<SupervisorNamed>());
        Assert.Equal(Prefecture, story.DeadlinePasses().Last<OverdueReminded>().Watcher);
    }

    [Fact]
    public void The_next_step_goes_to_the_tier_above_whoever_watches()
    {
        var story = AcceptedAt(Tier.Village).Do(new SuperviseIncident()).DeadlinePasses().DeadlinePasses();
        Assert.Equal(Township, story.Incident.Supervisor);

        Assert.Equal(County, story.DeadlinePasses().Incident.Supervisor);
    }

    [Fact]
    public void A_move_to_the_tier_that_watches_ends_its_watching()
    {
        Assert.Null(Accepted().Do(new SuperviseIncident()).Do(new ForwardIncident("Not ours")).Incident.Supervisor);
        Assert.Equal(Prefecture, Accepted().Do(new SuperviseIncident(By(Prefecture))).Do(new ForwardIncident("Not ours")).Incident.Supervisor);
    }
}
