using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Incidents;

/// <summary>Complaints and appeals (group 12) are filed, held and seen only above whom they are about.</summary>
public sealed class OversightTests
{
    private static Story Complaint => ReportedTo(Tier.County);

    [Fact]
    public void A_complaint_about_a_worker_goes_past_the_worker_the_village_and_the_township()
    {
        var incident = Complaint.Incident;

        Assert.Equal((County, RoutingRule.Oversight), (incident.Holder, Assert.Single(incident.Why).Rule));
        Assert.Equal(Li, incident.Content.About!.Worker);
    }

    [Fact]
    public void It_is_filed_where_the_lowest_post_that_may_see_it_is()
    {
        Assert.Equal(("652301000000", Tier.County), (Complaint.Incident.Place.PlaceCode, Complaint.Incident.Place.LowestTier));
        Assert.Equal("652300000000", ReportedTo(Tier.County, Tier.Prefecture).Incident.Place.PlaceCode);
    }

    [Fact]
    public void Nobody_on_duty_in_the_grid_is_told()
    {
        Assert.Empty(Complaint.Last<IncidentReported>().OnDuty);
        Assert.Empty(Complaint.Events.OfType<PostsNotified>());
    }

    [Fact]
    public void Not_even_of_an_urgent_one() => Assert.Empty(ReportedTo(Tier.County, severity: Severity.S1).Events.OfType<PostsNotified>());

    [Fact]
    public void The_higher_of_what_the_item_and_what_the_subject_asks_for_holds_it()
    {
        Assert.Equal(Prefecture, ReportedTo(Tier.County, Tier.Prefecture).Incident.Holder);
        Assert.Equal(County, ReportedTo(Tier.County, Tier.Township).Incident.Holder);
    }

    [Fact]
    public void No_post_below_is_on_its_chain()
    {
        var story = Complaint.Do(new AcceptIncident());

        Assert.Equal([County, Prefecture], story.Context.Chain.Links.Select(l => l.Post));
        story.Refuses(IncidentRefusal.NotBelowHolder, new SendDownIncident(Tier.Township), new SendDownIncident(Tier.Grid));
        story.Do(new SubmitResult("Talked to", By(County))).Refuses(IncidentRefusal.NotHolder, new CheckResult(true, "", By(Township)));
    }

    [Fact]
    public void A_vacant_county_is_skipped_upwards_only()
    {
        var story = new Story { Item = ItemIn(Tier.County) }.Vacant(Tier.County, Tier.Prefecture);

        story.Do(story.Report(item: "1201", about: new IncidentSubject(null, Li)));

        Assert.Equal(County, story.Incident.Holder);
    }

    [Fact]
    public void Only_oversight_says_whom_it_is_about()
    {
        var story = new Story();

        story.Try(story.Report(about: new IncidentSubject(null, Li)));

        Assert.Equal(IncidentRefusal.NotOversight, story.Answer.Refusal);
        Assert.Empty(story.Events);
    }

    [Fact]
    public void What_is_about_nobody_has_no_floor() => Assert.Equal(Tier.Grid, Reported().Incident.Place.Floor);

    private static Story ReportedTo(Tier start, Tier floor = Tier.Grid, Severity severity = Severity.S2)
    {
        var story = new Story { Item = ItemIn(start, severity) };
        return story.Do(story.Report(item: "1201", about: new IncidentSubject(null, Li), floor: floor));
    }

    private static CatalogueItem ItemIn(Tier start, Severity severity = Severity.S2) =>
        ItemOf(start, new Limit(15, LimitUnit.Minute), new Limit(4, LimitUnit.UrgentHour), "1201", severity);
}
