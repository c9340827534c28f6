using System.Globalization;
using System.Text;

namespace GridActors.Api.Tests.Grids;

/// <summary>Each test has a new base grid of its own, south of the demo region, where no grid is.</summary>
public sealed class GridChangeTests(ApiFixture api)
{
    [Fact]
    public async Task A_split_moves_the_open_incidents_to_the_grid_of_their_location_and_ends_the_code_for_good()
    {
        var old = await NewGridAsync(701, west: 80);
        var inWest = await ReportAtAsync(43.05, 80.01);
        var inEast = await ReportAtAsync(43.05, 80.09);

        var split = await SplitAsync(old, "702", "703", west: 80);

        Assert.Equal([old], split.Json.GetProperty("ended").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal($"{Demo.Village}702", (await api.GetAsync($"/v1/incidents/{inWest}")).Read("gridCode"));
        Assert.Equal($"{Demo.Village}703", (await api.GetAsync($"/v1/incidents/{inEast}")).Read("gridCode"));
        var refiled = (await api.GetAsync($"/v1/incidents/{inEast}/timeline")).Items.Last();
        Assert.Equal("refiled", refiled.GetProperty("kind").GetString());
        Assert.Equal(old, refiled.GetProperty("data").GetProperty("from").GetProperty("grids")[0].GetString());
        Assert.Equal($"{Demo.Village}703", refiled.GetProperty("data").GetProperty("to").GetProperty("grids")[0].GetString());
        Assert.Equal(split.Json.GetProperty("number").GetInt32(), refiled.GetProperty("data").GetProperty("changeNumber").GetInt32());
        Assert.Contains(inEast, (await api.GetAsync($"/v1/incidents?under={Demo.Village}703")).Items.Select(i => i.GetProperty("id").GetString()));
        Assert.Empty((await api.GetAsync($"/v1/incidents?under={old}")).Items);

        var report = await api.PostAsync("/v1/incidents", new { itemCode = Demo.TownshipItem, gridCode = old, description = "x" });
        var reuse = await ChangeAsync(new { kind = "new", grids = new[] { Square(701, 81) } });
        Assert.Equal((422, "grid_ended"), (report.Number, report.Code));
        Assert.Equal((409, "grid_ended"), (reuse.Number, reuse.Code));
        Assert.NotEqual("null", (await api.GetAsync($"/v1/grids/{old}")).Read("endedAt"));
    }

    [Fact]
    public async Task An_incident_on_the_new_boundary_is_offered_to_both_grids_and_held_by_the_township()
    {
        var old = await NewGridAsync(704, west: 80.2);
        var between = await ReportAtAsync(43.05, 80.25, Demo.VillageItem);

        await SplitAsync(old, "705", "706", west: 80.2);

        var incident = await api.GetAsync($"/v1/incidents/{between}");
        Assert.Equal([$"{Demo.Village}705", $"{Demo.Village}706"], incident.Json.GetProperty("grids").EnumerateArray().Select(g => g.GetString()));
        Assert.Equal(Demo.Township, incident.Read("holder", "divisionCode"));
        Assert.Equal("grid_changed", incident.Json.GetProperty("why").EnumerateArray().Last().GetProperty("rule").GetString());
    }

    [Fact]
    public async Task An_incident_without_a_location_goes_to_the_successor()
    {
        var old = await NewGridAsync(707, west: 80.4);
        var heir = await NewGridAsync(708, west: 80.5);
        var id = (await api.ReportAsync(grid: old)).Id;

        var ended = await ChangeAsync(new { kind = "end", codes = new[] { old }, successor = heir });

        Assert.True(ended.Number == 200, ended.Text);
        Assert.Equal(heir, (await api.GetAsync($"/v1/incidents/{id}")).Read("gridCode"));
    }

    [Fact]
    public async Task An_import_does_not_bring_an_ended_grid_back()
    {
        var old = await NewGridAsync(714, west: 82);
        await SplitAsync(old, "715", "716", west: 82);
        using var csv = new StringContent(
            $"code,name,kind,households,boundary_wkt\n{old},back,urban,250,\"POLYGON ((82 43, 82.1 43, 82.1 43.1, 82 43.1, 82 43))\"\n",
            Encoding.UTF8,
            "text/csv");

        var answer = await api.SendAsync(HttpMethod.Post, "/v1/imports/grids", csv);

        Assert.Equal("grid_ended", answer.Json.GetProperty("problems")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_same_change_again_is_not_filed_again()
    {
        var old = await NewGridAsync(709, west: 80.6);

        var first = await SplitAsync(old, "710", "711", west: 80.6);
        var again = await SplitAsync(old, "710", "711", west: 80.6);

        Assert.Equal(first.Json.GetProperty("number").GetInt32(), again.Json.GetProperty("number").GetInt32());
        Assert.Equal(["new", "split"], (await api.GetAsync($"/v1/grids/{old}/changes")).Items.Select(c => c.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task A_boundary_over_another_grid_is_refused()
    {
        var answer = await ChangeAsync(new { kind = "new", grids = new[] { Square(712, 83.01, south: 44.05) } });

        Assert.Equal((422, "boundary_overlaps"), (answer.Number, answer.Code));
    }

    [Fact]
    public async Task A_change_for_a_later_day_waits_and_is_in_the_file_of_the_county()
    {
        var code = $"{Demo.Village}713";

        var filed = await ChangeAsync(new { kind = "new", effectiveFrom = "2999-01-01", grids = new[] { Square(713, 80.8) } });

        Assert.Equal(("null", "2998-12-31T16:00:00Z"), (filed.Read("appliedAt"), filed.Read("effectiveAt")));
        Assert.Equal(404, (await api.GetAsync($"/v1/grids/{code}")).Number);
        var file = await api.GetAsync($"/v1/divisions/{Demo.County}/grid-changes");
        Assert.Contains(code, file.Items.SelectMany(c => c.GetProperty("after").EnumerateArray()).Select(g => g.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("""{}""", "kind_required")]
    [InlineData("""{"kind":"rename","codes":["652390001001001"]}""", "name_required")]
    [InlineData("""{"kind":"rename","name":"x"}""", "codes_required")]
    [InlineData("""{"kind":"end","codes":["652390001001001","652390001001002"]}""", "one_grid_expected")]
    [InlineData("""{"kind":"end","codes":["6523900010010"]}""", "grid_code_malformed")]
    [InlineData("""{"kind":"redraw","grids":[{"code":"652390001001001","boundaryWkt":"POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))"}]}""", "boundary_malformed")]
    [InlineData("""{"kind":"redraw","effectiveFrom":"tomorrow"}""", "invalid_value")]
    public async Task A_change_that_is_none_is_a_bad_request(string body, string code)
    {
        var answer = await api.PostTextAsync("/v1/grids/changes", body);

        Assert.Equal((400, code), (answer.Number, answer.Code));
    }

    private static object Square(int number, double west, double south = 43, double width = 0.1, string? code = null) => new
    {
        code = code ?? $"{Demo.Village}{number}",
        name = $"grid {number}",
        kind = "urban",
        households = 250,
        boundaryWkt = string.Create(CultureInfo.InvariantCulture, $"POLYGON (({west} {south}, {west + width} {south}, {west + width} {south + 0.1}, {west} {south + 0.1}, {west} {south}))"),
    };

    private Task<ApiAnswer> ChangeAsync(object change) => api.PostAsync("/v1/grids/changes", change);

    private async Task<string> NewGridAsync(int number, double west)
    {
        var answer = await ChangeAsync(new { kind = "new", grids = new[] { Square(number, west) } });
        Assert.True(answer.Number == 200, answer.Text);
        return $"{Demo.Village}{number}";
    }

    private async Task<ApiAnswer> SplitAsync(string code, string first, string second, double west)
    {
        var parts = new[]
        {
            Square(0, west, width: 0.05, code: Demo.Village + first),
            Square(0, west + 0.05, width: 0.05, code: Demo.Village + second),
        };
        var answer = await ChangeAsync(new { kind = "split", codes = new[] { code }, grids = parts });
        Assert.True(answer.Number == 200, answer.Text);
        return answer;
    }

    private async Task<string> ReportAtAsync(double lat, double lon, string item = Demo.TownshipItem)
    {
        var answer = await api.PostAsync("/v1/incidents", new { itemCode = item, location = new { lat, lon }, description = "A lid is missing." });
        Assert.True(answer.Number == 201, answer.Text);
        return answer.Id;
    }
}
