namespace GridActors.Api.Tests.Incidents;

public sealed class CommandTests(ApiFixture api)
{
    [Fact]
    public async Task An_incident_goes_from_the_report_to_the_close()
    {
        var id = (await api.ReportAsync()).Id;

        var accepted = await api.DoAsync(id, "accept", new { by = Demo.Township });
        var assigned = await api.DoAsync(id, "assign", new { workerId = Demo.Worker });
        var started = await api.DoAsync(id, "start", new { by = Demo.Worker });
        var handled = await api.DoAsync(id, "result", new { result = "A new lid.", by = Demo.Worker });
        var closed = await api.DoAsync(id, "check", new { passed = true, by = Demo.Colleague });

        Assert.Equal("accepted", accepted.Read("phase"));
        Assert.Equal(TimeSpan.FromHours(2), accepted.Json.GetProperty("handleDueAt").GetDateTimeOffset() - await AcceptedAtAsync(id));
        Assert.Equal(Demo.Worker, assigned.Read("handler", "workerId"));
        Assert.Equal("handling", started.Read("phase"));
        Assert.Equal(("handled", "A new lid.", $"worker:{Demo.Worker}"), (handled.Read("phase"), handled.Read("result", "text"), handled.Read("result", "by")));
        Assert.Equal(("closed", "resolved"), (closed.Read("phase"), closed.Read("outcome")));
        Assert.False(closed.Json.GetProperty("overdue").GetBoolean());
        Assert.Equal(closed.ETag, $"\"{closed.Json.GetProperty("version").GetInt32()}\"");
        Assert.Equal(closed.Text, (await api.GetAsync($"/v1/incidents/{id}")).Text);
    }

    [Fact]
    public async Task A_body_that_is_left_out_lets_the_holder_act()
    {
        var id = (await api.ReportAsync()).Id;

        await api.DoAsync(id, "accept");
        await api.DoAsync(id, "start");

        var timeline = await api.GetAsync($"/v1/incidents/{id}/timeline");
        Assert.Equal(["requester", $"post:{Demo.Township}", $"post:{Demo.Township}"], timeline.Items.Select(e => e.GetProperty("by").GetString()));
    }

    [Fact]
    public async Task A_worker_handles_it_on_the_spot()
    {
        var id = (await api.ReportAsync()).Id;

        var closed = await api.DoAsync(id, "on-spot", new { workerId = Demo.Worker, result = "Put back." });

        Assert.Equal(("closed", "resolved", Demo.Worker), (closed.Read("phase"), closed.Read("outcome"), closed.Read("handler", "workerId")));
    }

    [Fact]
    public async Task A_centre_hands_it_up_and_the_next_one_sends_it_down()
    {
        var id = (await api.ReportAsync()).Id;

        var up = await api.DoAsync(id, "forward", new { reason = "A road of the county." });
        var down = await api.DoAsync(id, "send-down", new { tier = "village", by = Demo.County });

        Assert.Equal(Demo.County, up.Read("holder", "divisionCode"));
        Assert.Equal(("village", Demo.Village), (down.Read("holder", "tier"), down.Read("holder", "divisionCode")));
        Assert.Equal(["start_tier", "handed_up", "sent_down"], down.Json.GetProperty("why").EnumerateArray().Select(w => w.GetProperty("rule").GetString()));
    }

    [Fact]
    public async Task A_check_that_fails_sends_it_back_to_handling()
    {
        var id = (await api.ReportAsync()).Id;
        await api.DoAsync(id, "accept");
        await api.DoAsync(id, "result", new { result = "Done.", by = Demo.Worker });

        var rework = await api.DoAsync(id, "check", new { passed = false, reason = "It rattles.", by = Demo.Colleague });

        Assert.Equal("handling", rework.Read("phase"));
    }

    [Theory]
    [InlineData("""{}""", "resolved")]
    [InlineData("""{"outcome":"unfounded"}""", "unfounded")]
    public async Task The_holder_closes_what_has_a_result(string body, string outcome)
    {
        var id = (await api.ReportAsync()).Id;
        await api.DoAsync(id, "accept");
        await api.DoAsync(id, "result", new { result = "Nothing there." });

        var closed = await api.PostTextAsync($"/v1/incidents/{id}/close", body);

        Assert.Equal(outcome, closed.Read("outcome"));
    }

    [Fact]
    public async Task What_should_not_have_been_filed_is_voided()
    {
        var id = (await api.ReportAsync()).Id;

        var voided = await api.DoAsync(id, "void", new { reason = "A trial." });

        Assert.Equal(("closed", "void"), (voided.Read("phase"), voided.Read("outcome")));
    }

    [Fact]
    public async Task A_command_for_a_version_that_is_gone_is_refused()
    {
        var id = (await api.ReportAsync()).Id;
        var accepted = await api.TryAsync(id, "accept", null, ("If-Match", "\"1\""));

        var stale = await api.TryAsync(id, "start", null, ("If-Match", "\"1\""));
        var current = await api.TryAsync(id, "start", null, ("If-Match", $"W/{accepted.ETag}"));

        Assert.Equal(200, accepted.Number);
        Assert.Equal((412, "stale_version"), (stale.Number, stale.Code));
        Assert.Equal(200, current.Number);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("*")]
    public async Task If_match_is_also_read_without_quotes_and_as_any(string ifMatch)
    {
        var id = (await api.ReportAsync()).Id;

        var answer = await api.TryAsync(id, "accept", null, ("If-Match", ifMatch));

        Assert.Equal(200, answer.Number);
    }

    private async Task<DateTimeOffset> AcceptedAtAsync(string id) =>
        (await api.GetAsync($"/v1/incidents/{id}/timeline")).Items.Single(e => e.GetProperty("kind").GetString() == "accepted").GetProperty("at").GetDateTimeOffset();
}
