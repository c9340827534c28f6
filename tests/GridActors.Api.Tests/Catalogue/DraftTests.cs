using System.Text.Json.Nodes;

namespace GridActors.Api.Tests.Catalogue;

public sealed class DraftTests(CatalogueApi api) : IClassFixture<CatalogueApi>
{
    [Fact]
    public async Task A_draft_is_compared_and_published_and_older_incidents_keep_their_version()
    {
        var before = await api.ReportAsync();
        var number = (await api.GetAsync($"/v1/catalogue?division={Demo.County}")).Json.GetProperty("version").GetInt32();
        var draft = await api.ReadCurrentAsync();
        draft.Item(Demo.TownshipItem)["acceptLimit"] = Drafts.Limit(45, "minute");
        draft["items"]!.AsArray().Remove(draft.Item("0102"));

        var saved = await api.SaveAsync(draft);
        var diff = await api.GetAsync($"/v1/catalogue/{Demo.County}/diff");
        var dryRun = await api.PostAsync($"/v1/catalogue/{Demo.County}/dry-run", new { from = "2020-01-01T00:00:00Z", to = "2100-01-01T00:00:00Z" });
        var published = await api.PostAsync($"{Drafts.Address}/publish", null, ("If-Match", saved.ETag!));
        var after = await api.ReportAsync();

        Assert.Equal((200, number.ToString(), "draft"), (diff.Number, diff.Read("from"), diff.Read("to")));
        Assert.Equal("0102", Assert.Single(diff.Json.GetProperty("removed").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(
            """{"code":"0101","fields":[{"name":"acceptLimit","from":"15 minute","to":"45 minute"}]}""",
            Assert.Single(diff.Json.GetProperty("changed").EnumerateArray()).GetRawText());
        Assert.Equal(200, dryRun.Number);
        var differing = dryRun.Json.GetProperty("incidents").EnumerateArray().Single(i => i.GetProperty("id").GetString() == before.Id);
        var (pinnedDue, draftDue) = (differing.GetProperty("pinned").GetProperty("acceptDueAt"), differing.GetProperty("draft").GetProperty("acceptDueAt"));
        Assert.Equal(TimeSpan.FromMinutes(30), draftDue.GetDateTimeOffset() - pinnedDue.GetDateTimeOffset());
        Assert.Empty(dryRun.Json.GetProperty("notReplayed").EnumerateArray());
        Assert.Equal((200, number + 1), (published.Number, published.Json.GetProperty("version").GetInt32()));
        Assert.Equal((number + 1, 45), await VersionAndMinutesAsync(after.Id));
        Assert.Equal((number, 15), await VersionAndMinutesAsync(before.Id));
        Assert.Equal(404, (await api.GetAsync(Drafts.Address)).Number);
        Assert.Contains("0102", (await api.GetAsync($"/v1/catalogue/{Demo.County}/versions/{number}")).Items.Select(i => i.GetProperty("code").GetString()));
        var versions = (await api.GetAsync($"/v1/catalogue/{Demo.County}/versions")).Items.ToList();
        Assert.Equal(
            [(number, Demo.Prefecture), (number + 1, Demo.County)],
            versions.TakeLast(2).Select(v => (v.GetProperty("version").GetInt32(), v.GetProperty("division").GetString()!)));
    }

    [Fact]
    public async Task Of_two_editors_the_second_one_is_told_to_read_again()
    {
        var draft = await api.ReadCurrentAsync();
        var seen = await api.SaveAsync(draft);
        var theirs = await api.SaveAsync(draft, ("If-Match", seen.ETag!));

        var mine = await api.SaveAsync(draft, ("If-Match", seen.ETag!));
        var publish = await api.PostAsync($"{Drafts.Address}/publish", null, ("If-Match", seen.ETag!));
        var discard = await api.SendAsync(HttpMethod.Delete, Drafts.Address, null, ("If-Match", theirs.ETag!));

        Assert.Equal((412, "stale_draft"), (mine.Number, mine.Code));
        Assert.Equal((412, "stale_draft"), (publish.Number, publish.Code));
        Assert.Equal((200, theirs.Json.GetProperty("revision").GetInt32()), (discard.Number, discard.Json.GetProperty("revision").GetInt32()));
        var gone = await api.PostAsync($"{Drafts.Address}/publish", null);
        Assert.Equal((404, "no_draft"), (gone.Number, gone.Code));
    }

    [Fact]
    public async Task A_draft_that_describes_persons_is_refused_and_everything_else_that_is_wrong_is_named()
    {
        var draft = await api.ReadCurrentAsync();
        draft.Item(Demo.TownshipItem)["nameZh"] = "重点人员排查";
        draft.Item(Demo.CountyItem)["nameEn"] = "";

        var answer = await api.SaveAsync(draft);

        Assert.Equal((422, "invalid_draft"), (answer.Number, answer.Code));
        Assert.Equal(["item_describes_persons", "name_en_required"], answer.ErrorCodes);
        Assert.Equal("items[0]", answer.Json.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("""{"items":[{"code":"abc"}]}""", 400, "invalid_draft")]
    [InlineData("""{"items":[null]}""", 400, "invalid_draft")]
    [InlineData("""{"items":[{"code":"0101","severity":"S9"}]}""", 400, "invalid_value")]
    [InlineData("""{"items":null}""", 422, "items_required")]
    [InlineData("{}", 422, "items_required")]
    public async Task A_draft_that_cannot_be_read_is_refused(string json, int status, string code)
    {
        var answer = await api.SaveAsync(JsonNode.Parse(json)!);

        Assert.Equal((status, code), (answer.Number, answer.Code));
    }

    [Theory]
    [InlineData($"/v1/catalogue/{Demo.Township}/versions", 404, "unknown_division")]
    [InlineData("/v1/catalogue/652391000000/draft", 404, "unknown_division")]
    [InlineData($"/v1/catalogue/{Demo.County}/versions/99", 404, "unknown_version")]
    [InlineData($"/v1/catalogue/{Demo.County}/versions/latest", 404, "unknown_version")]
    [InlineData($"/v1/catalogue/{Demo.County}/diff?from=99&to=current", 404, "unknown_version")]
    [InlineData($"/v1/catalogue/{Demo.County}/diff?from=one", 400, "version_malformed")]
    public async Task What_was_never_published_is_not_found(string path, int status, string code)
    {
        var answer = await api.GetAsync(path);

        Assert.Equal((status, code), (answer.Number, answer.Code));
    }

    private async Task<(int Version, int Minutes)> VersionAndMinutesAsync(string id)
    {
        var incident = (await api.GetAsync($"/v1/incidents/{id}")).Json;
        var due = incident.GetProperty("acceptDueAt").GetDateTimeOffset() - incident.GetProperty("reportedAt").GetDateTimeOffset();
        return (incident.GetProperty("why")[0].GetProperty("catalogueVersion").GetInt32(), (int)due.TotalMinutes);
    }
}
