using GridActors.Core.Catalogue;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Incidents;

/// <summary>Disputes, hazards and emergencies that a head or full-time worker finds (Art. 26).</summary>
public sealed class WorkerFindingTests
{
    [Theory]
    [InlineData(WorkerRole.Head, "0501")]
    [InlineData(WorkerRole.FullTime, "0601")]
    [InlineData(WorkerRole.FullTime, "1101")]
    public void The_township_handles_them_and_the_village_is_told(WorkerRole role, string item)
    {
        var story = FoundBy(role, item);

        Assert.Equal((Township, RoutingRule.WorkerFinding), (story.Incident.Holder, Assert.Single(story.Incident.Why).Rule));
        Assert.Equal([Village], story.Last<PostsNotified>().Posts);
        Assert.Empty(story.Last<PostsNotified>().Departments);
    }

    [Fact]
    public void A_department_is_told_of_an_emergency_only_even_if_it_owns_the_item()
    {
        var story = new Story { Item = ItemIn("0501") with { OwnerZh = "水务" }, ReporterRole = WorkerRole.Head };

        Assert.Empty(story.Do(story.Report(by: Li, item: "0501")).Last<PostsNotified>().Departments);
    }

    [Theory]
    [InlineData(WorkerRole.PartTime, "0501")]
    [InlineData(null, "0501")]
    [InlineData(WorkerRole.Head, "0101")]
    [InlineData(WorkerRole.FullTime, "0701")]
    public void What_anybody_else_finds_or_what_is_none_of_these_starts_where_its_item_does(WorkerRole? role, string item)
    {
        var story = FoundBy(role, item);

        Assert.Equal((Story.Grid, RoutingRule.StartTier), (story.Incident.Holder, story.Incident.Why[0].Rule));
        Assert.Empty(story.Events.OfType<PostsNotified>());
    }

    [Fact]
    public void A_vacant_township_is_skipped()
    {
        var story = new Story { Item = ItemIn("0501"), ReporterRole = WorkerRole.Head }.Vacant(Tier.Township);

        story.Do(story.Report(item: "0501"));

        Assert.Equal(County, story.Incident.Holder);
        Assert.Equal([Township], story.Incident.Why[0].Vacant);
    }

    [Fact]
    public void On_a_boundary_the_township_holds_it_for_that_reason()
    {
        var story = new Story { Item = ItemIn("0501"), ReporterRole = WorkerRole.Head, Grids = [GridCode.Parse("652301001001001"), GridCode.Parse("652301001001002")] };

        story.Do(story.Report(item: "0501"));

        Assert.Equal(RoutingRule.PlaceOnBoundary, story.Incident.Why[0].Rule);
    }

    private static Story FoundBy(WorkerRole? role, string item)
    {
        var story = new Story { Item = ItemIn(item), ReporterRole = role };
        return story.Do(story.Report(by: role is null ? null : Li, item: item));
    }

    private static CatalogueItem ItemIn(string code) =>
        ItemOf(Tier.Grid, new Limit(15, LimitUnit.Minute), new Limit(4, LimitUnit.UrgentHour), code);
}
