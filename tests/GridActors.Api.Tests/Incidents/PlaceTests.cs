using System.Text.Json;

namespace GridActors.Api.Tests.Incidents;

public sealed class PlaceTests(ApiFixture api)
{
    [Fact]
    public async Task A_place_inside_a_grid_is_filed_under_it()
    {
        var answer = await ReportAtAsync(44.02, 83.02);

        Assert.Equal(Demo.Grid, answer.Read("gridCode"));
        Assert.Equal(44.02, answer.Json.GetProperty("location").GetProperty("lat").GetDouble());
        Assert.Equal("start_tier", FirstRule(answer));
    }

    [Fact]
    public async Task A_place_on_a_boundary_is_offered_to_both_grids_and_held_by_the_township()
    {
        var answer = await ReportAtAsync(44.01, 83.04, Demo.VillageItem);

        Assert.Equal([Demo.Grid, Demo.NeighbourGrid], answer.Json.GetProperty("grids").EnumerateArray().Select(g => g.GetString()));
        Assert.Equal(Demo.Township, answer.Read("holder", "divisionCode"));
        Assert.Equal("place_on_boundary", FirstRule(answer));
    }

    [Fact]
    public async Task A_place_outside_every_grid_goes_to_the_county()
    {
        var answer = await ReportAtAsync(43.5, 83.1);

        Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("gridCode").ValueKind);
        Assert.Empty(answer.Json.GetProperty("grids").EnumerateArray());
        Assert.Equal(("county", Demo.County), (answer.Read("holder", "tier"), answer.Read("holder", "divisionCode")));
        Assert.Equal("place_unmatched", FirstRule(answer));
    }

    [Fact]
    public async Task A_dedicated_grid_wins_over_the_grid_around_it()
    {
        var answer = await ReportAtAsync(44.04, 83.06);

        Assert.Equal(Demo.SchoolGrid, answer.Read("gridCode"));
    }

    [Fact]
    public async Task A_grid_that_is_named_decides_over_the_location()
    {
        var answer = await api.PostAsync("/v1/incidents", new
        {
            itemCode = Demo.TownshipItem,
            gridCode = Demo.FarGrid,
            location = new { lat = 44.02, lon = 83.02 },
            description = "x",
        });

        Assert.Equal(Demo.FarGrid, answer.Read("gridCode"));
    }

    private static string? FirstRule(ApiAnswer answer) => answer.Json.GetProperty("why")[0].GetProperty("rule").GetString();

    private async Task<ApiAnswer> ReportAtAsync(double lat, double lon, string item = Demo.TownshipItem)
    {
        var answer = await api.PostAsync("/v1/incidents", new { itemCode = item, location = new { lat, lon }, description = "A lid is missing." });
        Assert.True(answer.Number == 201, answer.Text);
        return answer;
    }
}
