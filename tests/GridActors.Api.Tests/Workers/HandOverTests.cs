namespace GridActors.Api.Tests.Workers;

public sealed class HandOverTests(ApiFixture api)
{
    [Fact]
    public async Task Open_incidents_go_to_the_next_worker_with_the_reason_on_their_record()
    {
        var (grid, other) = (await api.NewGridAsync(761), await api.NewGridAsync(762));
        await api.AppointAsync("ho-1", grid);
        await api.DoWorkerAsync("ho-1", "cover", new { gridCode = other, until = TimeProvider.System.GetUtcNow().AddDays(1) });
        await api.AppointAsync("ho-2", grid);
        var mine = await HandledByAsync("ho-1", grid);
        var elsewhere = await HandledByAsync("ho-1", other);
        var anothers = await HandledByAsync("ho-2", grid);

        var done = await api.DoWorkerAsync("ho-1", "hand-over", new { to = "ho-2", reason = "End of shift" });
        var again = await api.DoWorkerAsync("ho-1", "hand-over", new { to = "ho-2", gridCode = grid, reason = "End of shift" });

        Assert.Equal([mine], Ids(done, "handedOver"));
        Assert.Equal([elsewhere], Ids(done, "left"));
        Assert.Empty(Ids(again, "handedOver"));
        Assert.Equal("ho-2", (await api.GetAsync($"/v1/incidents/{mine}")).Read("handler", "workerId"));
        Assert.Equal("ho-1", (await api.GetAsync($"/v1/incidents/{elsewhere}")).Read("handler", "workerId"));
        var entry = (await api.GetAsync($"/v1/incidents/{mine}/timeline")).Items.Last();
        Assert.Equal(("handed-over", "worker:ho-1"), (entry.GetProperty("kind").GetString(), entry.GetProperty("by").GetString()));
        Assert.Equal("End of shift", entry.GetProperty("data").GetProperty("reason").GetString());
        Assert.DoesNotContain("handed-over", (await api.GetAsync($"/v1/incidents/{anothers}/timeline")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"reason":"x"}""", 400, "worker_id_required")]
    [InlineData("""{"to":"ho-nobody","reason":"x"}""", 422, "unknown_worker")]
    [InlineData("""{"to":"yd-1001","reason":"x"}""", 422, "same_worker")]
    [InlineData("""{"to":"yd-1002"}""", 422, "reason_required")]
    [InlineData("""{"to":"yd-1004","reason":"x"}""", 409, "not_on_duty")]
    public async Task What_is_wrong_with_a_hand_over_has_a_code(string body, int status, string code)
    {
        var answer = await api.PostTextAsync($"/v1/workers/{Demo.Worker}/hand-over", body);

        Assert.Equal((status, code), (answer.Number, answer.Code));
    }

    private static string[] Ids(ApiAnswer answer, string field) => [.. answer.Json.GetProperty(field).EnumerateArray().Select(i => i.GetString()!)];

    private async Task<string> HandledByAsync(string worker, string grid)
    {
        var id = (await api.ReportAsync(grid: grid)).Id;
        await api.DoAsync(id, "accept");
        await api.DoAsync(id, "assign", new { workerId = worker });
        return id;
    }
}
