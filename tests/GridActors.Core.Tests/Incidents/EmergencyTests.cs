using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;
using GridCode = GridActors.Core.Grids.GridCode;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Incidents;

/// <summary>S1: everybody is told at once and whoever accepts first holds it; nothing waits for a tier.</summary>
public sealed class EmergencyTests
{
    private static Story Emergency => Reported(ItemIn(Tier.Village));

    [Fact]
    public void Every_tier_and_the_owner_department_are_told_with_the_report()
    {
        var told = Emergency.Last<PostsNotified>();

        Assert.Equal([Township, County], told.Posts);
        Assert.Equal([Housing], told.Departments);
        Assert.Equal(Actor.Clock, told.By);
        Assert.Equal(Emergency.Now, told.At);
    }

    [Fact]
    public void The_holder_knows_it_already_and_the_record_says_that_it_is_an_emergency()
    {
        var incident = Emergency.Incident;

        Assert.Equal((Village, IncidentPhase.Reported), (incident.Holder, incident.Phase));
        Assert.Equal(RoutingRule.Emergency, Assert.Single(incident.Why).Rule);
        Assert.True(incident.IsEmergency);
    }

    [Fact]
    public void An_item_that_names_tiers_has_them_told_lowest_first() =>
        Assert.Equal([Grid, Prefecture], Reported(ItemIn(Tier.Village, Tier.Prefecture, Tier.Grid)).Last<PostsNotified>().Posts);

    [Fact]
    public void Every_department_that_the_catalogue_names_as_an_owner_is_told_in_order_of_their_codes() =>
        Assert.Equal([Housing, Water], Reported(ItemIn(Tier.Village) with { OwnerZh = "水务/住建" }).Last<PostsNotified>().Departments);

    [Fact]
    public void On_a_boundary_everybody_above_it_is_told_as_well()
    {
        var story = new Story { Item = ItemIn(Tier.Grid), Grids = [GridCode.Parse("652301001001001"), GridCode.Parse("652301001002001")] };

        story.Do(story.Report());

        Assert.Equal([County], story.Last<PostsNotified>().Posts);
        Assert.Equal((Township, RoutingRule.PlaceOnBoundary), (story.Incident.Holder, story.Incident.Why[0].Rule));
    }

    [Fact]
    public void What_is_no_emergency_is_told_to_the_holder_alone() => Assert.Empty(Reported().Events.OfType<PostsNotified>());

    [Fact]
    public void Any_post_of_the_chain_accepts_it_and_holds_it_from_then_on()
    {
        foreach (var post in new[] { Grid, Township, County, Prefecture })
        {
            var story = Emergency.Do(new AcceptIncident(By(post)));

            Assert.Equal((post, IncidentPhase.Accepted), (story.Incident.Holder, story.Incident.Phase));
            Assert.Equal((Village, post), (story.Last<EmergencyTaken>().From, story.Last<EmergencyTaken>().To));
            Assert.Equal((RoutingRule.Emergency, post), (story.Incident.Why[^1].Rule, story.Incident.Why[^1].To));
        }
    }

    [Fact]
    public void Its_holder_accepts_it_like_anything_else() => Assert.Empty(Emergency.Do(new AcceptIncident()).Events.OfType<EmergencyTaken>());

    [Fact]
    public void The_second_to_accept_comes_too_late() =>
        Emergency.Do(new AcceptIncident(By(County))).Refuses(IncidentRefusal.AlreadyAccepted, new AcceptIncident(By(Township)));

    [Fact]
    public void Nobody_else_accepts_it() => Emergency.Refuses(
        IncidentRefusal.NotHolder,
        new AcceptIncident(By(Post.Of(DivisionCode.Parse("652302000000")))),
        new AcceptIncident(By(Wang)),
        new AcceptIncident(Actor.Of(Housing)),
        new AcceptIncident(Actor.Requester));

    [Fact]
    public void Tiers_are_skipped_upwards()
    {
        var story = Emergency.Do(new ForwardIncident("A gas leak", To: Tier.County));

        Assert.Equal(County, story.Incident.Holder);
        Assert.Equal(Township, Emergency.Do(new ForwardIncident("A gas leak")).Incident.Holder);
    }

    [Fact]
    public void But_not_onto_the_holder_or_below_it() =>
        Emergency.Refuses(IncidentRefusal.NotAboveHolder, new ForwardIncident("A leak", To: Tier.Village), new ForwardIncident("A leak", To: Tier.Grid));

    [Fact]
    public void A_tier_that_is_named_is_not_gone_below_even_if_nobody_is_on_duty_from_there_up()
    {
        var story = Emergency.Vacant(Tier.County, Tier.Prefecture).Do(new ForwardIncident("A gas leak", To: Tier.County));

        Assert.Equal(County, story.Incident.Holder);
        Assert.Equal([County, Prefecture], story.Incident.Why[^1].Vacant);
    }

    [Fact]
    public void What_is_no_emergency_climbs_tier_by_tier() =>
        AcceptedAt(Tier.Village).Refuses(IncidentRefusal.SkipsTiers, new ForwardIncident("Not ours", To: Tier.County), new ForwardIncident("Not ours", To: Tier.Township));

    private static CatalogueItem ItemIn(Tier start, params ImmutableArray<Tier> tiers) =>
        ItemOf(start, new Limit(15, LimitUnit.Minute), new Limit(4, LimitUnit.UrgentHour), severity: Severity.S1) with { ParallelTiers = tiers, OwnerZh = "公安/住建", OwnerEn = "Police" };
}
