namespace GridActors.Api.Tests.Incidents;

/// <summary>What everybody may see without a login.</summary>
public sealed class TrackTests(ApiFixture api)
{
    [Fact]
    public async Task A_requester_follows_a_report_from_the_tracking_code_alone()
    {
        var report = await api.ReportAsync();
        var path = $"/v1/public/track/{report.Read("trackingCode")}";
        var reported = await api.GetAsync(path);
        Assert.Equal(("reported", "accept", "township"), (reported.Read("phase"), reported.Read("next", "what"), reported.Read("heldBy", "tier")));
        Assert.Equal(report.Read("acceptDueAt"), reported.Read("next", "by"));

        await api.DoAsync(report.Id, "accept");
        await api.DoAsync(report.Id, "note", new { text = "Telephone of the neighbour is in the folder." });
        await api.DoAsync(report.Id, "assign", new { workerId = Demo.Worker });
        await api.DoAsync(report.Id, "on-spot", new { workerId = Demo.Worker, result = "Lid is back." });
        var closed = await api.GetAsync(path);

        Assert.Equal(("closed", "resolved", "rate", "Lid is back."), (closed.Read("phase"), closed.Read("outcome"), closed.Read("next", "what"), closed.Read("result")));
        Assert.Equal(["reported", "accepted", "handled-on-spot", "closed"], closed.Json.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("kind").GetString()));
        foreach (var hidden in new[] { Demo.Worker, "neighbour", "A lid is missing", report.Id })
        {
            Assert.DoesNotContain(hidden, closed.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_merged_report_is_followed_through_the_incident_that_stayed()
    {
        var (stays, duplicate) = (await api.ReportAsync(), await api.ReportAsync());
        await api.DoAsync(duplicate.Id, "merge", new { into = stays.Id });
        await api.DoAsync(stays.Id, "accept");

        var track = await api.GetAsync($"/v1/public/track/{duplicate.Read("trackingCode")}");

        Assert.True(track.Json.GetProperty("merged").GetBoolean());
        Assert.Equal(("accepted", "handle"), (track.Read("phase"), track.Read("next", "what")));
        Assert.DoesNotContain(stays.Read("trackingCode"), track.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_nobody_got_is_not_found()
    {
        Assert.Equal((404, "unknown_tracking_code"), Refusal(await api.GetAsync("/v1/public/track/0000-0000-0000")));
        Assert.Equal((404, "unknown_tracking_code"), Refusal(await api.GetAsync("/v1/public/track/nonsense")));
    }

    [Fact]
    public async Task A_grid_is_public_without_its_workers_names()
    {
        var grid = await api.GetAsync($"/v1/public/grids/{Demo.Grid}");

        Assert.Equal(Demo.Grid, grid.Read("code"));
        Assert.Equal([Demo.Village, Demo.Township, Demo.County, Demo.Prefecture], grid.Json.GetProperty("divisions").EnumerateArray().Select(d => d.GetProperty("code").GetString()));
        Assert.Contains(grid.Json.GetProperty("duties").EnumerateArray(), d => d.GetProperty("role").GetString() == "head");
        Assert.DoesNotContain(Demo.Worker, grid.Text, StringComparison.Ordinal);
        Assert.Equal((404, "unknown_grid"), Refusal(await api.GetAsync("/v1/public/grids/652390001001777")));
    }

    private static (int Status, string Code) Refusal(ApiAnswer answer) => (answer.Number, answer.Code);
}
