namespace GridActors.Api.Tests.Incidents;

public sealed class CommandKeyTests(ApiFixture api)
{
    private const string Header = "Idempotency-Key";

    [Fact]
    public async Task A_command_sent_again_under_its_key_answers_the_incident_and_does_nothing()
    {
        var id = (await api.ReportAsync()).Id;
        var first = await api.TryAsync(id, "accept", new { by = Demo.Township }, (Header, "accept-1"));

        var second = await api.TryAsync(id, "accept", new { by = Demo.Township }, (Header, "accept-1"));

        Assert.Equal(200, first.Number);
        Assert.Equal((200, first.Text, first.ETag), (second.Number, second.Text, second.ETag));
    }

    [Fact]
    public async Task Also_when_the_version_that_it_was_for_is_gone()
    {
        var id = (await api.ReportAsync()).Id;
        await api.TryAsync(id, "accept", null, (Header, "accept-2"), ("If-Match", "\"1\""));

        var second = await api.TryAsync(id, "accept", null, (Header, "accept-2"), ("If-Match", "\"1\""));

        Assert.Equal(200, second.Number);
    }

    [Theory]
    [InlineData("accept", """{"by":"652390000000"}""")]
    [InlineData("start", """{"by":"652390001000"}""")]
    public async Task A_key_is_not_used_for_another_body_or_another_command(string action, string body)
    {
        var id = (await api.ReportAsync()).Id;
        await api.TryAsync(id, "accept", new { by = Demo.Township }, (Header, "accept-3"));

        var other = await api.PostTextAsync($"/v1/incidents/{id}/{action}", body, (Header, "accept-3"));

        Assert.Equal((422, "idempotency_key_reused"), (other.Number, other.Code));
    }

    [Fact]
    public async Task The_same_body_may_be_written_in_another_way()
    {
        var id = (await api.ReportAsync()).Id;
        await api.PostTextAsync($"/v1/incidents/{id}/note", """{"text":"By the school.","by":"652390001000"}""", (Header, "note-1"));

        var second = await api.PostTextAsync($"/v1/incidents/{id}/note", """{ "by": "652390001000", "text": "By\u0020the school." }""", (Header, "note-1"));

        Assert.Equal((200, 2), (second.Number, second.Json.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task A_key_that_is_used_for_two_incidents_is_two_keys()
    {
        var (one, two) = ((await api.ReportAsync()).Id, (await api.ReportAsync()).Id);

        Assert.Equal(200, (await api.TryAsync(one, "accept", null, (Header, "accept-4"))).Number);
        Assert.Equal("not_accepted", (await api.TryAsync(two, "start", null, (Header, "accept-4"))).Code);
    }

    [Fact]
    public async Task What_was_refused_may_be_tried_again_under_the_same_key()
    {
        var id = (await api.ReportAsync()).Id;
        var early = await api.TryAsync(id, "result", new { result = "Done." }, (Header, "result-1"));
        await api.DoAsync(id, "accept");

        var late = await api.TryAsync(id, "result", new { result = "Done." }, (Header, "result-1"));

        Assert.Equal((409, 200), (early.Number, late.Number));
    }

    [Fact]
    public async Task A_merge_a_rating_and_a_reopening_have_keys_too()
    {
        var (stays, duplicate) = (await api.ReportAsync(), await api.ReportAsync());
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(200, (await api.TryAsync(duplicate.Id, "merge", new { into = stays.Id }, (Header, "merge-1"))).Number);
        }

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(200, (await api.TryAsync(duplicate.Id, "unmerge", null, (Header, "unmerge-1"))).Number);
        }

        await api.DoAsync(stays.Id, "on-spot", new { workerId = Demo.Worker, result = "Put back." });
        for (var i = 0; i < 2; i++)
        {
            var rated = await api.TryAsync(stays.Id, "rate", new { trackingCode = stays.Read("trackingCode"), score = 5 }, (Header, "rate-1"));
            var reopened = await api.TryAsync(stays.Id, "reopen", new { trackingCode = stays.Read("trackingCode"), reason = "It rattles." }, (Header, "reopen-1"));
            Assert.Equal((200, 200, 1), (rated.Number, reopened.Number, reopened.Json.GetProperty("reopenings").GetInt32()));
        }
    }

    [Theory]
    [InlineData("merge")]
    [InlineData("unmerge")]
    [InlineData("rate")]
    [InlineData("reopen")]
    public async Task Every_command_takes_the_version_that_was_seen(string action)
    {
        var (report, other) = (await api.ReportAsync(), await api.ReportAsync());

        var answer = await api.TryAsync(
            report.Id, action, new { into = other.Id, trackingCode = report.Read("trackingCode"), score = 3, reason = "It rattles." }, ("If-Match", "\"7\""));

        Assert.Equal((412, "stale_version"), (answer.Number, answer.Code));
    }

    [Fact]
    public async Task A_key_that_is_none_is_refused()
    {
        var id = (await api.ReportAsync()).Id;

        var answer = await api.TryAsync(id, "accept", null, (Header, "two words"));

        Assert.Equal((400, "idempotency_key_malformed"), (answer.Number, answer.Code));
    }

    [Fact]
    public async Task Keys_are_not_shown()
    {
        var id = (await api.ReportAsync()).Id;

        var answer = await api.TryAsync(id, "accept", null, (Header, "accept-5"));

        Assert.False(answer.Json.TryGetProperty("commandKeys", out _));
    }
}
