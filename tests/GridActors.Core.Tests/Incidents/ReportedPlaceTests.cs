using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;

namespace GridActors.Core.Tests.Incidents;

public sealed class ReportedPlaceTests
{
    private const string Grid = "652301001001001";

    [Theory]
    [InlineData(new string[0], Tier.County)]
    [InlineData(new[] { Grid }, Tier.Grid)]
    [InlineData(new[] { Grid, "652301001001002" }, Tier.Township)]
    [InlineData(new[] { Grid, "652301001002001" }, Tier.Township)]
    [InlineData(new[] { Grid, "652301002001001" }, Tier.County)]
    [InlineData(new[] { Grid, "652302001001001" }, Tier.Prefecture)]
    [InlineData(new[] { Grid, "652301001001002", "652301002001001" }, Tier.County)]
    public void The_lowest_tier_is_the_one_above_everything_that_the_place_touches(string[] grids, Tier lowest) =>
        Assert.Equal(lowest, PlaceIn(grids).LowestTier);

    [Fact]
    public void A_place_in_a_grid_has_the_whole_chain() =>
        AssertPosts([Grid, "652301001001", "652301001000", "652301000000", "652300000000"], PlaceIn(Grid));

    [Fact]
    public void A_place_on_a_boundary_has_the_chain_from_the_tier_that_holds_it() =>
        AssertPosts(["652301001000", "652301000000", "652300000000"], PlaceIn(Grid, "652301001002001"));

    [Fact]
    public void A_place_in_no_grid_has_the_county_and_the_prefecture() => AssertPosts(["652301000000", "652300000000"], PlaceIn());

    [Fact]
    public void A_place_is_filed_under_its_lowest_grid_or_else_under_its_county()
    {
        Assert.Equal(Grid, PlaceIn(Grid, "652301001002001").PlaceCode);
        Assert.Equal("652301000000", PlaceIn().PlaceCode);
        Assert.Null(PlaceIn().Grid);
    }

    private static ReportedPlace PlaceIn(params string[] grids) =>
        new([.. grids.Select(GridCode.Parse)], DivisionCode.Parse("652301000000"), null);

    private static void AssertPosts(string[] expected, ReportedPlace place) =>
        Assert.Equal(expected, place.ListPosts().Select(p => p.PlaceCode));
}
