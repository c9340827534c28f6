namespace GridActors.Api.Tests.Incidents;

/// <summary>What somebody is answered who may report, rate and reopen, and may not read the incident: no more than the public page tells.</summary>
public sealed class RequesterAnswerTests(ApiFixture api)
{
    private static readonly string[] _inside = ["why", "tasks", "mergedFrom"];
    private static readonly string[] _insideOne = ["handler", "supervisor", "extension", "suspension", "mergedInto"];

    [Fact]
    public async Task A_report_is_answered_with_what_was_said_and_what_it_needs_to_go_on()
    {
        var answer = await api.AsNobody().ReportAsync();

        Assert.Equal(("reported", "township", "A lid is missing.", Demo.Grid), (answer.Read("phase"), answer.Read("holder", "tier"), answer.Read("description"), answer.Read("gridCode")));
        Assert.Equal("\"1\"", answer.ETag);
        Assert.Equal(answer.Read("trackingCode"), (await api.GetAsync($"/v1/incidents/{answer.Id}")).Read("trackingCode"));
        AssertNothingInside(answer);
    }

    [Fact]
    public async Task A_report_that_is_sent_again_does_not_tell_who_is_at_work_on_it()
    {
        var (nobody, key) = (api.AsNobody(), ("Idempotency-Key", Guid.CreateVersion7().ToString()));
        var report = new { itemCode = Demo.TownshipItem, gridCode = Demo.Grid, description = "A lid is missing." };
        var id = (await nobody.PostAsync("/v1/incidents", report, key)).Id;
        await api.DoAsync(id, "accept");
        await api.DoAsync(id, "assign", new { workerId = Demo.Worker });
        await api.DoAsync(id, "ask-extension", new { reason = "The smith is ill." });

        var again = await nobody.PostAsync("/v1/incidents", report, key);
        var whole = await api.As("centre_operator:652390001").GetAsync($"/v1/incidents/{id}");

        Assert.Equal((200, id, "accepted"), (again.Number, again.Id, again.Read("phase")));
        AssertNothingInside(again);
        AssertSilent(again, Demo.Worker, "smith");
        Assert.Contains(Demo.Worker, whole.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_tells_no_more()
    {
        var rows = new[] { new { id = Guid.CreateVersion7().ToString(), report = new { itemCode = Demo.TownshipItem, gridCode = Demo.Grid, description = "A lid is missing." } } };

        var nobody = await api.AsNobody().PostAsync("/v1/incidents/batch", new { rows });
        var neighbour = await api.As("centre_operator:652390100").PostAsync("/v1/incidents/batch", new { rows });
        var own = await api.As("centre_operator:652390001").PostAsync("/v1/incidents/batch", new { rows });

        Assert.Equal([0, 0, 1], new[] { nobody, neighbour, own }.Select(a => a.Json.GetProperty("rows")[0].GetProperty("incident").GetProperty("why").GetArrayLength()));
    }

    [Fact]
    public async Task Rating_and_reopening_tell_no_more_than_the_page_of_the_tracking_code()
    {
        var nobody = api.AsNobody();
        var report = await nobody.ReportAsync();
        await api.DoAsync(report.Id, "on-spot", new { workerId = Demo.Worker, result = "Lid is back." });
        var code = report.Read("trackingCode");

        var rated = await nobody.TryAsync(report.Id, "rate", new { trackingCode = code, score = 2, comment = "It rattles." });
        var reopened = await nobody.TryAsync(report.Id, "reopen", new { trackingCode = code, reason = "It rattles." });

        Assert.Equal((200, "closed", "Lid is back.", 2), (rated.Number, rated.Read("phase"), rated.Read("result", "text"), rated.Json.GetProperty("rating").GetProperty("score").GetInt32()));
        Assert.Equal((200, "accepted", report.Id), (reopened.Number, reopened.Read("phase"), reopened.Id));
        foreach (var answer in new[] { rated, reopened })
        {
            AssertNothingInside(answer);
            AssertSilent(answer, Demo.Worker, "A lid is missing");
        }
    }

    [Fact]
    public async Task Who_reopens_a_duplicate_hears_nothing_of_who_reported_first()
    {
        var nobody = api.AsNobody();
        var (stays, duplicate) = (await nobody.ReportAsync(), await nobody.ReportAsync());
        await api.DoAsync(duplicate.Id, "merge", new { into = stays.Id });
        await api.DoAsync(stays.Id, "on-spot", new { workerId = Demo.Worker, result = "Lid is back." });
        await nobody.TryAsync(stays.Id, "rate", new { trackingCode = stays.Read("trackingCode"), score = 5, comment = "Fast." });

        var reopened = await nobody.TryAsync(duplicate.Id, "reopen", new { trackingCode = duplicate.Read("trackingCode"), reason = "It rattles." });

        Assert.Equal((200, duplicate.Read("trackingCode")), (reopened.Number, reopened.Read("trackingCode")));
        AssertNothingInside(reopened);
        AssertSilent(reopened, stays.Read("trackingCode"), "Fast.", "A lid is missing");
    }

    private static void AssertNothingInside(ApiAnswer answer)
    {
        Assert.All(_inside, name => Assert.Equal(0, answer.Json.GetProperty(name).GetArrayLength()));
        Assert.All(_insideOne, name => Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.Json.GetProperty(name).ValueKind));
    }

    private static void AssertSilent(ApiAnswer answer, params string[] hidden) =>
        Assert.All(hidden, text => Assert.DoesNotContain(text, answer.Text, StringComparison.Ordinal));
}
