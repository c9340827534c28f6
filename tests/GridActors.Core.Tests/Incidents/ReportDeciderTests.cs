using GridActors.Core.Catalogue;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Incidents.Story;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Incidents;

public sealed class ReportDeciderTests
{
    [Theory]
    [InlineData(Tier.Grid)]
    [InlineData(Tier.Village)]
    [InlineData(Tier.Township)]
    [InlineData(Tier.County)]
    [InlineData(Tier.Prefecture)]
    public void A_report_starts_at_the_item_s_start_tier(Tier start)
    {
        var incident = ReportedAt(start).Incident;

        Assert.Equal(start, incident.Holder.Tier);
        Assert.Equal(IncidentPhase.Reported, incident.Phase);
        Assert.Equal(RoutingRule.StartTier, Assert.Single(incident.Why).Rule);
    }

    [Fact]
    public void A_vacant_start_tier_is_skipped_and_the_record_says_so()
    {
        var story = new Story { Item = ItemOf(Tier.Village, new Limit(15, LimitUnit.Minute), new Limit(1, LimitUnit.WorkDay)) };
        story.Vacant(Tier.Village, Tier.Township).Do(story.Report());

        var why = Assert.Single(story.Incident.Why);
        Assert.Equal(County, story.Incident.Holder);
        Assert.Equal([Village, Township], why.Vacant);
        Assert.Equal(County, why.To);
    }

    [Fact]
    public void Where_every_post_is_vacant_the_start_tier_holds_it()
    {
        var story = new Story().Vacant(Enum.GetValues<Tier>());

        story.Do(story.Report());

        Assert.Equal(Township, story.Incident.Holder);
        Assert.Equal([Township, County, Prefecture], story.Incident.Why[0].Vacant);
    }

    [Fact]
    public void The_catalogue_version_and_the_limits_are_pinned()
    {
        var incident = Reported().Incident;

        Assert.Equal(3, incident.Item.CatalogueVersion);
        Assert.Equal(new Limit(4, LimitUnit.UrgentHour), incident.Item.HandleLimit);
        Assert.Equal(3, incident.Why[0].CatalogueVersion);
        Assert.Equal(1, incident.Why[0].CalendarVersion);
    }

    [Fact]
    public void The_accept_clock_starts_at_the_report()
    {
        var incident = Reported().Incident;

        Assert.Equal(new Deadline(Local("2025-03-03 11:15"), false), incident.AcceptDue);
        Assert.Equal(new NextDeadline(DeadlineKind.Accept, Local("2025-03-03 11:15")), incident.Deadline);
        Assert.Null(incident.HandleDue);
    }

    [Fact]
    public void The_workers_on_duty_in_the_grid_are_told() => Assert.Equal([Wang], Reported().Last<IncidentReported>().OnDuty);

    [Fact]
    public void A_worker_reports_in_their_own_name_and_everybody_else_as_the_requester()
    {
        var byWorker = new Story();
        byWorker.Do(byWorker.Report(by: Li));

        Assert.Equal(By(Li), byWorker.Events[0].By);
        Assert.Equal(Actor.Requester, Reported().Events[0].By);
    }

    [Fact]
    public void A_place_on_a_boundary_is_held_by_the_township_although_the_item_starts_lower()
    {
        var story = new Story
        {
            Item = ItemOf(Tier.Grid, new Limit(15, LimitUnit.Minute), new Limit(1, LimitUnit.WorkDay)),
            Grids = [GridCode.Parse("652301001001001"), GridCode.Parse("652301001002001")],
        };

        story.Do(story.Report());

        Assert.Equal(Township, story.Incident.Holder);
        Assert.Equal(RoutingRule.PlaceOnBoundary, story.Incident.Why[0].Rule);
    }

    [Fact]
    public void A_place_in_no_grid_goes_to_the_county()
    {
        var story = new Story { Grids = [] };

        story.Do(story.Report());

        Assert.Equal(County, story.Incident.Holder);
        Assert.Equal(RoutingRule.PlaceUnmatched, story.Incident.Why[0].Rule);
    }

    [Fact]
    public void An_item_that_is_not_in_the_catalogue_is_refused()
    {
        var story = new Story();

        story.Try(story.Report(item: "9999"));

        Assert.Equal(IncidentRefusal.UnknownItem, story.Answer.Refusal);
        Assert.Empty(story.Events);
    }

    [Fact]
    public void What_only_an_authority_may_do_is_refused_for_that_reason()
    {
        var story = new Story();
        var licence = new ReservedRequest(ItemCode.Parse("9001"), "办理营业执照", "Business licence", ReservedGround.Licensing, "", "", "", "");
        var context = story.Context with { Catalogue = new CatalogueVersion(3, [story.Item], Reserved: [licence]) };

        Assert.Equal(IncidentRefusal.ReservedToAuthority, IncidentDecider.Decide(null, story.Report(item: "9001"), context, story.Now).Refusal);
        Assert.Equal(IncidentRefusal.UnknownItem, IncidentDecider.Decide(null, story.Report(item: "9002"), context, story.Now).Refusal);
    }

    [Fact]
    public void Where_no_catalogue_is_published_every_item_is_unknown()
    {
        var story = new Story();

        var answer = IncidentDecider.Decide(null, story.Report(), story.Context with { Catalogue = null }, story.Now);

        Assert.Equal(IncidentRefusal.UnknownItem, answer.Refusal);
    }

    [Fact]
    public void The_same_report_again_changes_nothing_in_any_phase()
    {
        foreach (var story in new[] { Reported(), Accepted(), Handled(), Closed() })
        {
            story.Do(story.Report());

            Assert.Empty(story.Answer.Events);
        }
    }

    [Fact]
    public void Another_report_under_the_same_key_is_refused()
    {
        var story = Reported();

        story.Try(story.Report(digest: "d2"));

        Assert.Equal(IncidentRefusal.IdempotencyKeyReused, story.Answer.Refusal);
    }
}
