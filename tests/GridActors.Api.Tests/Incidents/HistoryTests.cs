using System.Text.Json;

namespace GridActors.Api.Tests.Incidents;

public sealed class HistoryTests(ApiFixture api)
{
    [Fact]
    public async Task The_timeline_tells_every_event_with_its_version_and_who_did_it()
    {
        var id = (await api.ReportAsync()).Id;
        await api.DoAsync(id, "forward", new { reason = "A road of the county." });
        await api.DoAsync(id, "accept");
        await api.DoAsync(id, "result", new { result = "Done.", by = Demo.Worker });

        var timeline = await api.GetAsync($"/v1/incidents/{id}/timeline");

        Assert.Equal(["reported", "forwarded", "accept-clock-restarted", "accepted", "result-submitted"], timeline.Items.Select(e => e.GetProperty("kind").GetString()));
        Assert.Equal([1, 2, 3, 4, 5], timeline.Items.Select(e => e.GetProperty("version").GetInt32()));
        Assert.Equal(
            ["requester", $"post:{Demo.Township}", $"post:{Demo.Township}", $"post:{Demo.County}", $"worker:{Demo.Worker}"],
            timeline.Items.Select(e => e.GetProperty("by").GetString()));
        var forwarded = timeline.Items.ElementAt(1).GetProperty("data");
        Assert.Equal("A road of the county.", forwarded.GetProperty("reason").GetString());
        Assert.Equal(("county", Demo.County), (forwarded.GetProperty("to").GetProperty("tier").GetString(), forwarded.GetProperty("to").GetProperty("divisionCode").GetString()));
        Assert.All(timeline.Items, e => Assert.False(e.GetProperty("data").TryGetProperty("by", out _)));
    }

    [Fact]
    public async Task Nothing_says_who_reported()
    {
        const string reference = "client-reference-4711";
        var reported = await api.PostAsync("/v1/incidents", new { itemCode = Demo.TownshipItem, gridCode = Demo.Grid, description = "x", reportedBy = reference });

        var found = await api.GetAsync($"/v1/incidents/{reported.Id}");
        var timeline = await api.GetAsync($"/v1/incidents/{reported.Id}/timeline");

        Assert.DoesNotContain(reference, reported.Text + found.Text + timeline.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_has_every_interval_without_gap_or_overlap()
    {
        var id = (await api.ReportAsync()).Id;
        await api.DoAsync(id, "forward", new { reason = "Up." });
        await api.DoAsync(id, "accept");
        var closed = await api.DoAsync(id, "on-spot", new { workerId = Demo.Worker, result = "Put back." });

        var ledger = (await api.GetAsync($"/v1/incidents/{id}/ledger")).Items.ToList();

        Assert.Equal(["accept", "accept", "handle"], ledger.Select(i => i.GetProperty("clock").GetString()));
        Assert.Equal(["forwarded", "accepted", "closed"], ledger.Select(i => i.GetProperty("reason").GetString()));
        Assert.Equal([$"post:{Demo.Township}", $"post:{Demo.County}", $"post:{Demo.County}"], ledger.Select(i => i.GetProperty("holder").GetString()));
        Assert.Equal(ledger.Skip(1).Select(i => i.GetProperty("from").GetString()), ledger.SkipLast(1).Select(i => i.GetProperty("to").GetString()));
        Assert.Equal(closed.Read("closedAt"), ledger[^1].GetProperty("to").GetString());
        Assert.All(ledger, i => Assert.Equal(
            (i.GetProperty("to").GetDateTimeOffset() - i.GetProperty("from").GetDateTimeOffset()).TotalSeconds,
            i.GetProperty("elapsedSeconds").GetDouble(),
            3));
        Assert.All(ledger, i => Assert.True(i.GetProperty("running").GetBoolean()));
    }

    [Fact]
    public async Task The_interval_that_still_runs_has_no_end()
    {
        var id = (await api.ReportAsync()).Id;

        var running = Assert.Single((await api.GetAsync($"/v1/incidents/{id}/ledger")).Items);

        Assert.Equal(JsonValueKind.Null, running.GetProperty("to").ValueKind);
        Assert.Equal(JsonValueKind.Null, running.GetProperty("reason").ValueKind);
        Assert.InRange(running.GetProperty("elapsedSeconds").GetDouble(), 0, 60);
    }
}
