using System.Text.Json;

namespace GridActors.Api.Tests.Reference;

public sealed class ReferenceTests(ApiFixture api)
{
    [Fact]
    public async Task The_divisions_lead_from_the_prefecture_down_to_the_grids()
    {
        var prefectures = await api.GetAsync("/v1/divisions");
        var counties = await api.GetAsync($"/v1/divisions/{Demo.Prefecture}/children");
        var village = await api.GetAsync($"/v1/divisions/{Demo.Village}");
        var grids = await api.GetAsync($"/v1/divisions/{Demo.Village}/children");

        Assert.Equal([Demo.Prefecture], Codes(prefectures));
        Assert.Equal([Demo.County], Codes(counties));
        Assert.Equal((Demo.Village, "village", Demo.Township), (village.Code, village.Read("level"), village.Read("parent")));
        Assert.Contains(Demo.Grid, Codes(grids));
        Assert.Contains(Demo.SchoolGrid, Codes(grids));
        Assert.All(grids.Items, g => Assert.Equal("grid", g.GetProperty("level").GetString()));
        Assert.Equal("school", grids.Items.Single(g => g.GetProperty("code").GetString() == Demo.SchoolGrid).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_grid_shows_its_place_and_its_roster()
    {
        var grid = await api.GetAsync($"/v1/grids/{Demo.Grid}");

        Assert.Equal((Demo.Grid, "urban", Demo.Village), (grid.Code, grid.Read("kind"), grid.Read("village")));
        Assert.StartsWith("POLYGON", grid.Read("boundaryWkt"), StringComparison.Ordinal);
        Assert.False(grid.Json.GetProperty("dedicated").GetBoolean());
        var head = grid.Json.GetProperty("workers").EnumerateArray().Single(w => w.GetProperty("role").GetString() == "head");
        Assert.Equal(Demo.Worker, head.GetProperty("workerId").GetString());
        Assert.Equal("""{"start":"09:00","end":"19:00"}""", head.GetProperty("shift").GetRawText());
        var onDuty = grid.Json.GetProperty("workers").EnumerateArray().Where(w => w.GetProperty("onDuty").GetBoolean()).Select(w => w.GetProperty("workerId").GetString());
        Assert.Equal(onDuty.Order(), grid.Json.GetProperty("onDuty").EnumerateArray().Select(w => w.GetString()).Order());
    }

    [Theory]
    [InlineData("lat=44.02&lon=83.02", Demo.Grid)]
    [InlineData("lat=44.04&lon=83.06", Demo.SchoolGrid)]
    [InlineData("lat=44.01&lon=83.04", $"{Demo.Grid} {Demo.NeighbourGrid}")]
    [InlineData("lat=0&lon=0", "")]
    public async Task A_place_leads_to_its_grids(string query, string grids)
    {
        var answer = await api.GetAsync($"/v1/grids?{query}");

        Assert.Equal(grids, string.Join(' ', Codes(answer)));
    }

    [Theory]
    [InlineData("lat=44", "lon_required")]
    [InlineData("lat=north&lon=83", "lat_out_of_range")]
    [InlineData("lat=NaN&lon=83", "lat_out_of_range")]
    [InlineData("lat=44&lon=180.1", "lon_out_of_range")]
    public async Task A_place_that_is_none_is_a_bad_request(string query, string code)
    {
        var answer = await api.GetAsync($"/v1/grids?{query}");

        Assert.Equal((400, code), (answer.Number, answer.Code));
    }

    [Fact]
    public async Task The_catalogue_says_what_incidents_can_be_about()
    {
        var catalogue = await api.GetAsync("/v1/catalogue");
        var ofVillage = await api.GetAsync($"/v1/catalogue?division={Demo.Village}");

        Assert.Equal(catalogue.Text, ofVillage.Text);
        var item = catalogue.Items.Single(i => i.GetProperty("code").GetString() == Demo.TownshipItem);
        Assert.Equal(("S2", "township"), (item.GetProperty("severity").GetString(), item.GetProperty("startTier").GetString()));
        Assert.Equal("""{"value":15,"unit":"minute"}""", item.GetProperty("acceptLimit").GetRawText());
        Assert.Equal("""{"value":2,"unit":"urgent_hour"}""", item.GetProperty("handleLimit").GetRawText());
        Assert.All(catalogue.Items, i => Assert.NotEqual(JsonValueKind.Null, i.GetProperty("ownerDepartment").ValueKind));
        var emergency = catalogue.Items.First(i => i.GetProperty("severity").GetString() == "S1");
        Assert.Equal(["village", "township", "county"], emergency.GetProperty("parallelTiers").EnumerateArray().Select(t => t.GetString()));
    }

    [Fact]
    public async Task A_worker_has_duties_and_no_name()
    {
        var worker = await api.GetAsync($"/v1/workers/{Demo.Worker}");

        Assert.Equal(["id", "duties", "onDuty", "eligibility", "notCommitteeLeader", "badge"], worker.Json.EnumerateObject().Select(p => p.Name));
        var duty = Assert.Single(worker.Json.GetProperty("duties").EnumerateArray());
        Assert.Equal((Demo.Grid, "head"), (duty.GetProperty("place").GetProperty("divisionCode").GetString(), duty.GetProperty("role").GetString()));
    }

    [Theory]
    [InlineData("/v1/divisions/652391000000", "unknown_division")]
    [InlineData("/v1/divisions/652391000000/children", "unknown_division")]
    [InlineData("/v1/divisions/abc", "unknown_division")]
    [InlineData("/v1/grids/652390001001777", "unknown_grid")]
    [InlineData("/v1/grids/abc", "unknown_grid")]
    [InlineData("/v1/catalogue?division=652391000000", "unknown_division")]
    [InlineData("/v1/workers/nobody", "unknown_worker")]
    [InlineData("/v1/workers/12345", "unknown_worker")]
    public async Task What_is_not_filed_is_not_found(string path, string code)
    {
        var answer = await api.GetAsync(path);

        Assert.Equal((404, code), (answer.Number, answer.Code));
    }

    private static IEnumerable<string?> Codes(ApiAnswer answer) => answer.Items.Select(i => i.GetProperty("code").GetString());
}
