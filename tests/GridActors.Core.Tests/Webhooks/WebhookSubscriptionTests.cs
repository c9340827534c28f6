using CsCheck;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.Serialization;
using GridActors.Core.Webhooks;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Tests.Webhooks;

public sealed class WebhookSubscriptionTests
{
    private const string Grid = "652301001001001";

    private static readonly DateTimeOffset _monday = new(2025, 3, 3, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("652300000000", true)]
    [InlineData("652301000000", true)]
    [InlineData("652301001000", true)]
    [InlineData("652301001001", true)]
    [InlineData("652301001002", false)]
    [InlineData("652301002000", false)]
    [InlineData("652302000000", false)]
    [InlineData("652400000000", false)]
    public void It_is_told_of_what_is_filed_in_its_division(string division, bool isTold) =>
        Assert.Equal(isTold, Of(division).Wants(IncidentIn(PlaceIn(Grid)), "reported"));

    [Theory]
    [InlineData("652300000000", true)]
    [InlineData("652301000000", true)]
    [InlineData("652301001000", false)]
    [InlineData("652301001001", false)]
    public void Of_a_complaint_nobody_below_the_county_is_told(string division, bool isTold) =>
        Assert.Equal(isTold, Of(division).Wants(IncidentIn(PlaceIn(Grid) with { Floor = Tier.County }), "reported"));

    [Fact]
    public void It_is_told_of_exactly_what_lies_in_its_division() => Gen.Select(Codes.Divisions, Codes.Grids).Sample((division, grid) =>
        Assert.Equal(division.Contains(grid.Village), Of(division.ToString()).Wants(IncidentIn(PlaceIn(grid.ToString())), "reported")));

    [Theory]
    [InlineData("", "", true)]
    [InlineData("0101", "", true)]
    [InlineData("0102", "", false)]
    [InlineData("", "01", true)]
    [InlineData("", "02", false)]
    [InlineData("0201", "01", true)]
    [InlineData("0101", "02", true)]
    public void An_item_or_its_group_is_enough(string item, string group, bool isTold)
    {
        var filter = WebhookFilter.All with
        {
            Items = item.Length == 0 ? [] : [ItemCode.Parse(item)],
            Groups = group.Length == 0 ? [] : [int.Parse(group, System.Globalization.CultureInfo.InvariantCulture)],
        };

        Assert.Equal(isTold, filter.Matches(IncidentIn(PlaceIn(Grid)), "reported"));
    }

    [Fact]
    public void Phases_and_kinds_leave_out_what_they_do_not_name()
    {
        var incident = IncidentIn(PlaceIn(Grid));

        Assert.True((WebhookFilter.All with { Phases = [IncidentPhase.Closed, IncidentPhase.Reported] }).Matches(incident, "reported"));
        Assert.False((WebhookFilter.All with { Phases = [IncidentPhase.Closed] }).Matches(incident, "reported"));
        Assert.True((WebhookFilter.All with { Kinds = ["reported"] }).Matches(incident, "reported"));
        Assert.False((WebhookFilter.All with { Kinds = ["closed"] }).Matches(incident, "reported"));
        Assert.False((WebhookFilter.All with { Kinds = ["closed"] }).HasKind("reported"));
    }

    private static WebhookSubscription Of(string division) =>
        new(new WebhookId(Guid.Empty), DivisionCode.Parse(division), "https://example.org/", WebhookFilter.All, Pause: null, _monday);

    private static ReportedPlace PlaceIn(string grid) =>
        new([GridCode.Parse(grid)], GridCode.Parse(grid).Village.AncestorAt(DivisionLevel.County)!.Value, null);

    private static Incident IncidentIn(ReportedPlace place)
    {
        var post = place.ListPosts()[0];
        return IncidentEvolution.Evolve(null, new IncidentReported(
            _monday,
            Actor.Requester,
            new IncidentId(Guid.Empty),
            TrackingCode.FromBits(1),
            new ReportContent("井盖缺失", "test", null, null, "digest"),
            place,
            new PinnedItem(ItemCode.Parse("0101"), 1, Severity.S2, new Limit(15, LimitUnit.Minute), new Limit(2, LimitUnit.WorkHour)),
            post,
            [],
            new Deadline(_monday.AddMinutes(15), IsProvisional: false),
            new Explanation(_monday, RoutingRule.StartTier, post, [], 1, 1)));
    }
}
