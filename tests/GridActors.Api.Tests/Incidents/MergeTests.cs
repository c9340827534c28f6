namespace GridActors.Api.Tests.Incidents;

public sealed class MergeTests(ApiFixture api)
{
    [Fact]
    public async Task Three_reports_of_one_thing_are_one_incident_with_three_ratings()
    {
        var stays = await ReportAtAsync(44.0300, 83.0200);
        var second = await ReportAtAsync(44.0303, 83.0202);
        var third = await ReportAtAsync(44.0301, 83.0201);
        var far = await ReportAtAsync(44.0400, 83.0200);
        var likely = (await api.GetAsync($"/v1/incidents/{stays.Id}/duplicates")).Items.Select(i => i.GetProperty("id").GetString()).ToList();
        Assert.Contains(second.Id, likely);
        Assert.Contains(third.Id, likely);
        Assert.DoesNotContain(far.Id, likely);

        var merged = await api.DoAsync(second.Id, "merge", new { into = stays.Id });
        await api.DoAsync(third.Id, "merge", new { into = stays.Id });

        Assert.Equal(("closed", "duplicate", stays.Id), (merged.Read("phase"), merged.Read("outcome"), merged.Read("mergedInto")));
        Assert.Equal("not_closed", (await RateAsync(second, 5)).Code);
        await api.DoAsync(stays.Id, "accept");
        await api.DoAsync(stays.Id, "on-spot", new { workerId = Demo.Worker, result = "Lid is back." });
        Assert.Equal(5, Score(await RateAsync(stays, 5)));
        Assert.Equal(3, Score(await RateAsync(second, 3)));
        Assert.Equal(4, Score(await RateAsync(third, 4)));
        Assert.Equal("already_rated", (await RateAsync(third, 1)).Code);
        Assert.Equal([second.Id, third.Id], (await api.GetAsync($"/v1/incidents/{stays.Id}")).Json.GetProperty("mergedFrom").EnumerateArray().Select(i => i.GetString()));
    }

    [Fact]
    public async Task A_merged_reporter_who_says_not_fixed_opens_the_incident_that_stayed()
    {
        var (stays, duplicate) = (await api.ReportAsync(), await api.ReportAsync());
        await api.DoAsync(duplicate.Id, "merge", new { into = stays.Id });
        await api.DoAsync(stays.Id, "on-spot", new { workerId = Demo.Worker, result = "Done." });
        Assert.Equal("not_requester", (await api.TryAsync(duplicate.Id, "reopen", new { trackingCode = "0000-0000-0000", reason = "Still open." })).Code);

        var reopened = await api.DoAsync(duplicate.Id, "reopen", new { trackingCode = duplicate.Read("trackingCode"), reason = "Still open." });

        Assert.Equal((stays.Id, "accepted", 1), (reopened.Id, reopened.Read("phase"), reopened.Json.GetProperty("reopenings").GetInt32()));
        var timeline = (await api.GetAsync($"/v1/incidents/{stays.Id}/timeline")).Text;
        Assert.DoesNotContain(duplicate.Read("trackingCode"), timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_is_undone_and_a_wrong_one_leaves_nothing_behind()
    {
        var (stays, duplicate) = (await api.ReportAsync(), await api.ReportAsync());
        await api.DoAsync(duplicate.Id, "merge", new { into = stays.Id });
        var again = await api.DoAsync(duplicate.Id, "unmerge");
        Assert.Equal(("reported", "null"), (again.Read("phase"), again.Read("mergedInto")));

        await api.DoAsync(duplicate.Id, "on-spot", new { workerId = Demo.Worker, result = "Done." });
        var refused = await api.TryAsync(duplicate.Id, "merge", new { into = stays.Id });

        Assert.Equal((409, "already_closed"), (refused.Number, refused.Code));
        Assert.Empty((await api.GetAsync($"/v1/incidents/{stays.Id}")).Json.GetProperty("mergedFrom").EnumerateArray());
        Assert.Equal("same_incident", (await api.TryAsync(stays.Id, "merge", new { into = stays.Id })).Code);
        Assert.Equal("unknown_incident", (await api.TryAsync(stays.Id, "merge", new { into = "00000000-0000-7000-8000-000000000009" })).Code);
    }

    private static int Score(ApiAnswer answer) => answer.Json.GetProperty("rating").GetProperty("score").GetInt32();

    private Task<ApiAnswer> RateAsync(ApiAnswer report, int score) =>
        api.TryAsync(report.Id, "rate", new { trackingCode = report.Read("trackingCode"), score, comment = "" });

    private async Task<ApiAnswer> ReportAtAsync(double lat, double lon)
    {
        var answer = await api.PostAsync("/v1/incidents", new { itemCode = "0201", location = new { lat, lon }, description = "A hole in the road." });
        Assert.True(answer.Number == 201, answer.Text);
        return answer;
    }
}
