using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Incidents;

/// <summary>What becomes of an open incident when its grid changes.</summary>
public sealed class RefilingTests
{
    private static readonly GridCode _new = GridCode.Parse("652301001001008");
    private static readonly GridCode _next = GridCode.Parse("652301001001009");

    [Fact]
    public void The_post_of_the_new_grid_holds_what_the_post_of_the_old_one_held()
    {
        var story = AcceptedAt(Tier.Grid).Do(Refile(_new));

        Assert.Equal(Post.Of(_new), story.Incident.Holder);
        Assert.Equal(RoutingRule.GridChanged, story.Incident.Why[^1].Rule);
        Assert.Equal(By(County), story.Last<IncidentRefiled>().By);
    }

    [Fact]
    public void A_higher_holder_keeps_it() => Assert.Equal(Township, Reported().Do(Refile(_new)).Incident.Holder);

    [Fact]
    public void A_place_on_a_new_boundary_is_held_by_the_township() =>
        Assert.Equal(Township, ReportedAt(Tier.Village).Do(Refile(_new, _next)).Incident.Holder);

    [Fact]
    public void The_clocks_run_on_and_the_worker_stays()
    {
        var story = AcceptedAt(Tier.Grid).Do(new AssignWorker(Wang)).After(TimeSpan.FromHours(1));
        var before = story.Incident;

        story.Do(Refile(_new));

        Assert.Equal((before.Deadline, before.HandleDue, before.HeldSince, before.Handler), (story.Incident.Deadline, story.Incident.HandleDue, story.Incident.HeldSince, story.Incident.Handler));
    }

    [Fact]
    public void Filing_it_there_again_does_nothing() => Assert.Empty(Reported().Do(Refile(_new)).Do(Refile(_new)).Answer.Events);

    private static RefileIncident Refile(params GridCode[] grids) =>
        new(new ReportedPlace([.. grids], DivisionCode.Parse(County.PlaceCode), null), DivisionCode.Parse(Village.PlaceCode), 1);
}
