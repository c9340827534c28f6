using System.Text.Json;

namespace GridActors.Api.Tests.Measures;

public sealed class MeasureTests(MeasuresApi api) : IClassFixture<MeasuresApi>
{
    [Fact]
    public async Task What_was_reported_handled_closed_and_rated_is_in_the_figures_and_each_leads_to_its_incidents()
    {
        var (id, trackingCode) = await CloseAsync(Demo.FarGrid);
        await api.DoAsync(id, "rate", new { trackingCode, score = 5 });
        var open = (await api.ReportAsync(grid: Demo.FarGrid)).Id;
        await api.CountAsync();

        var page = await api.GetAsync($"/v1/measures?grid={Demo.FarGrid}");

        var row = Assert.Single(page.Items);
        Assert.Equal("total", row.GetProperty("key").GetString());
        await LeadsToAsync(row, "reported", id, open);
        foreach (var figure in new[] { "filed", "responded", "handled", "closed", "resolved", "rated", "satisfied" })
        {
            await LeadsToAsync(row, figure, id);
        }

        await LeadsToAsync(row, "reopened");
        var rates = row.GetProperty("rates");
        Assert.Equal((0.5m, 1m), (rates.GetProperty("filing").GetDecimal(), rates.GetProperty("satisfaction").GetDecimal()));
        var handled = await api.GetAsync(LinkOf(row, "handled"));
        Assert.Equal(
            (Demo.Worker, Demo.FarGrid, $"/v1/incidents/{id}"),
            (handled.Items.Single().GetProperty("worker").GetString(), handled.Items.Single().GetProperty("placeCode").GetString(), handled.Items.Single().GetProperty("incident").GetString()));
    }

    [Theory]
    [InlineData("total")]
    [InlineData("day")]
    [InlineData("grid")]
    [InlineData("worker")]
    [InlineData("department")]
    [InlineData("division")]
    public async Task Whatever_they_are_by_every_figure_is_the_number_of_incidents_it_leads_to(string by)
    {
        await CloseAsync(Demo.Grid);
        await CloseAsync(Demo.NeighbourGrid);
        await api.CountAsync();

        var page = await api.GetAsync($"/v1/measures?by={by}&under={Demo.County}");

        Assert.Equal((200, by), (page.Number, page.Read("by")));
        Assert.Equal(by == "department", !page.Items.Any());
        foreach (var (row, figure) in page.Items.SelectMany(r => r.GetProperty("figures").EnumerateObject(), (r, f) => (r, f)).Where(f => f.f.Name is "handled" or "closed"))
        {
            var listed = await api.GetAsync($"{LinkOf(row, figure.Name)}&limit=200");
            Assert.Equal(figure.Value.GetProperty("count").GetInt32(), listed.Items.Count());
        }
    }

    [Fact]
    public async Task Page_by_page_every_row_and_every_incident_comes_once()
    {
        await CloseAsync(Demo.Grid);
        await CloseAsync(Demo.NeighbourGrid);
        await api.CountAsync();

        var rows = await WalkAsync($"/v1/measures?by=grid&under={Demo.Township}&limit=1");
        var incidents = await WalkAsync($"/v1/measures/incidents?figure=reported&under={Demo.Township}&limit=1");

        Assert.Equal([Demo.Grid, Demo.NeighbourGrid], rows.Select(r => r.GetProperty("key").GetString()).Intersect([Demo.Grid, Demo.NeighbourGrid]));
        Assert.Equal(rows.Count, rows.Select(r => r.GetProperty("key").GetString()).Distinct().Count());
        Assert.Equal(rows.Sum(r => r.GetProperty("figures").GetProperty("reported").GetProperty("count").GetInt32()), incidents.Select(i => i.GetProperty("id").GetString()).Distinct().Count());
    }

    [Theory]
    [InlineData("&format=csv", "application/json")]
    [InlineData("", "text/csv")]
    public async Task They_come_as_csv_for_a_spreadsheet(string format, string accept)
    {
        await CloseAsync(Demo.Grid);
        await CloseAsync(Demo.NeighbourGrid);
        await api.CountAsync();

        var csv = await api.GetAsync($"/v1/measures?by=grid&under={Demo.Village}&limit=1{format}", ("Accept", accept));

        Assert.Equal("text/csv", csv.MediaType);
        Assert.StartsWith($"grid,reported,", csv.Text, StringComparison.Ordinal);
        Assert.Contains($"\r\n{Demo.Grid},", csv.Text, StringComparison.Ordinal);
        var link = Assert.Single(csv.Response.Headers.GetValues("Link"));
        var next = await api.GetAsync(link[1..link.IndexOf('>', StringComparison.Ordinal)], ("Accept", accept));
        Assert.Contains($"\r\n{Demo.NeighbourGrid},", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_without_anything_has_zeros_and_no_rates()
    {
        var row = Assert.Single((await api.GetAsync("/v1/measures?from=2001-01-01&to=2001-12-31")).Items);

        Assert.All(row.GetProperty("figures").EnumerateObject(), f => Assert.Equal(0, f.Value.GetProperty("count").GetInt32()));
        Assert.DoesNotContain(row.GetProperty("rates").EnumerateObject(), r => r.Value.ValueKind == JsonValueKind.Number);
    }

    [Theory]
    [InlineData("/v1/measures?under=12", "under_malformed")]
    [InlineData("/v1/measures?grid=12", "grid_malformed")]
    [InlineData("/v1/measures?worker=1", "worker_malformed")]
    [InlineData("/v1/measures?department=housing", "department_malformed")]
    [InlineData("/v1/measures?from=yesterday", "from_malformed")]
    [InlineData("/v1/measures?to=2025-13-01", "to_malformed")]
    [InlineData("/v1/measures?from=2025-02-01&to=2025-01-01", "period_reversed")]
    [InlineData("/v1/measures?from=2024-01-01&to=2025-01-01", "period_too_long")]
    [InlineData("/v1/measures?by=town", "by_unknown")]
    [InlineData("/v1/measures?limit=0", "limit_out_of_range")]
    [InlineData("/v1/measures?cursor=%00", "cursor_malformed")]
    [InlineData("/v1/measures?format=xml", "format_unknown")]
    [InlineData("/v1/measures/incidents", "figure_unknown")]
    [InlineData("/v1/measures/incidents?figure=reported&limit=201", "limit_out_of_range")]
    [InlineData("/v1/measures/incidents?figure=reported&cursor=2025-01-01_x_1", "cursor_malformed")]
    public async Task A_query_that_cannot_be_read_is_refused(string path, string code)
    {
        var answer = await api.GetAsync(path);

        Assert.Equal((400, code), (answer.Number, answer.Code));
    }

    [Fact]
    public async Task The_first_days_there_are_can_be_asked_for() =>
        Assert.Equal(200, (await api.GetAsync("/v1/measures?to=0001-01-02")).Number);

    private async Task<(string Id, string TrackingCode)> CloseAsync(string grid)
    {
        var report = await api.ReportAsync(grid: grid);
        await api.DoAsync(report.Id, "accept");
        await api.DoAsync(report.Id, "result", new { result = "A new lid.", by = Demo.Worker });
        await api.DoAsync(report.Id, "close");
        return (report.Id, report.Read("trackingCode"));
    }

    private async Task LeadsToAsync(JsonElement row, string figure, params string[] incidents)
    {
        Assert.Equal(incidents.Length, row.GetProperty("figures").GetProperty(figure).GetProperty("count").GetInt32());
        Assert.Equal(incidents.Order(StringComparer.Ordinal), (await api.GetAsync(LinkOf(row, figure))).Items.Select(i => i.GetProperty("id").GetString()).Order(StringComparer.Ordinal));
    }

    private async Task<List<JsonElement>> WalkAsync(string path)
    {
        List<JsonElement> items = [];
        for (var cursor = ""; ;)
        {
            var page = await api.GetAsync($"{path}&cursor={cursor}");
            items.AddRange(page.Items);
            if (page.Json.TryGetProperty("nextCursor", out var next) && next.ValueKind == JsonValueKind.String)
            {
                cursor = next.GetString();
                Assert.EndsWith($"cursor={cursor}>; rel=\"next\"", page.Response.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
                continue;
            }

            return items;
        }
    }

    private static string LinkOf(JsonElement row, string figure) => row.GetProperty("figures").GetProperty(figure).GetProperty("incidents").GetString()!;
}
