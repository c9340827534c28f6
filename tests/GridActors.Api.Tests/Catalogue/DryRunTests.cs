namespace GridActors.Api.Tests.Catalogue;

public sealed class DryRunTests(CatalogueApi api) : IClassFixture<CatalogueApi>
{
    private const string Address = $"/v1/catalogue/{Demo.County}/dry-run";

    [Fact]
    public async Task A_period_is_gone_through_call_by_call_and_items_that_the_draft_lacks_are_named()
    {
        var gone = await api.ReportAsync("0102");
        var same = await api.ReportAsync();
        var draft = await api.ReadCurrentAsync();
        draft["items"]!.AsArray().Remove(draft.Item("0102"));
        Assert.Equal(200, (await api.SaveAsync(draft)).Number);

        var first = await api.PostAsync(Address, new { from = "2020-01-01T00:00:00Z", to = "2100-01-01T00:00:00Z", limit = 1 });
        var second = await api.PostAsync(Address, new { from = "2020-01-01T00:00:00Z", to = "2100-01-01T00:00:00Z", limit = 2, cursor = first.Read("nextCursor") });
        var before = await api.PostAsync(Address, new { from = "2020-01-01T00:00:00Z", to = "2020-02-01T00:00:00Z" });

        Assert.Equal((1, 0, 0), Figures(first));
        Assert.Equal((1, 0, 1), Figures(second));
        Assert.Equal((0, 0, 0), Figures(before));
        Assert.Equal("null", second.Read("nextCursor"));
        var listed = Assert.Single(second.Json.GetProperty("incidents").EnumerateArray());
        Assert.Equal(gone.Id, listed.GetProperty("id").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, listed.GetProperty("draft").ValueKind);
        Assert.Equal((await api.GetAsync($"/v1/incidents/{same.Id}")).ETag, same.ETag);
    }

    [Theory]
    [InlineData("{}", "invalid_dry_run")]
    [InlineData("""{"from":"2025-01-02T00:00:00Z","to":"2025-01-01T00:00:00Z"}""", "period_empty")]
    [InlineData("""{"from":"2025-01-01T00:00:00Z","to":"2025-01-02T00:00:00Z","limit":2001}""", "limit_out_of_range")]
    [InlineData("""{"from":"2025-01-01T00:00:00Z","to":"2025-01-02T00:00:00Z","cursor":"x"}""", "cursor_malformed")]
    public async Task A_period_that_is_none_is_refused(string json, string code)
    {
        var answer = await api.PostTextAsync(Address, json);

        Assert.Equal((400, code), (answer.Number, answer.Code));
    }

    private static (int Examined, int Differing, int NotOnList) Figures(ApiAnswer answer) =>
        (answer.Json.GetProperty("examined").GetInt32(), answer.Json.GetProperty("differing").GetInt32(), answer.Json.GetProperty("notOnList").GetInt32());
}
