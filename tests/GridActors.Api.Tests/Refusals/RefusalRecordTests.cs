using System.Text.Json.Nodes;
using GridActors.Api.Tests.Catalogue;

namespace GridActors.Api.Tests.Refusals;

public sealed class RefusalRecordTests(CatalogueApi api) : IClassFixture<CatalogueApi>
{
    [Fact]
    public async Task What_is_not_on_the_list_is_refused_and_counted_once_however_often_it_is_sent()
    {
        var first = await ReportAsync("9899", "key-1");
        await ReportAsync("9899", "key-1");
        await ReportAsync("9899", "key-2");

        var page = await api.GetAsync($"/v1/refusals?under={Demo.County}&from=2020-01-01T00:00:00Z&limit=1");

        Assert.Equal((422, "unknown_item"), (first.Number, first.Code));
        var count = page.Json.GetProperty("counts").EnumerateArray().Single(c => c.GetProperty("itemCode").GetString() == "9899");
        Assert.Equal("""{"reason":"unknown_item","itemCode":"9899","count":2}""", count.GetRawText());
        var entry = Assert.Single(page.Items);
        Assert.Equal(["at", "placeCode", "itemCode", "reason", "channel"], entry.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            $"</v1/refusals?under={Demo.County}&from=2020-01-01T00%3A00%3A00Z&limit=1&cursor={page.Read("nextCursor")}>; rel=\"next\"",
            page.Response.Headers.GetValues("Link").Single());
        var next = await api.GetAsync($"/v1/refusals?under={Demo.County}&cursor={page.Read("nextCursor")}");
        Assert.DoesNotContain(entry.GetRawText(), next.Items.Select(i => i.GetRawText()));
        Assert.Equal(0, (await api.GetAsync("/v1/refusals?to=2020-01-01T00:00:00Z")).Json.GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task What_only_an_authority_may_do_is_refused_with_the_reason_and_who_is_competent()
    {
        var draft = await api.ReadCurrentAsync();
        draft["reservedRequests"] = new JsonArray(new JsonObject
        {
            ["code"] = "9001",
            ["nameZh"] = "办理营业执照",
            ["nameEn"] = "Business licence",
            ["ground"] = "licensing",
            ["reasonZh"] = "属于行政许可。",
            ["reasonEn"] = "It needs a licence.",
            ["authorityZh"] = "市场监督管理局",
            ["authorityEn"] = "Market regulation",
        });
        Assert.Equal(200, (await api.SaveAsync(draft)).Number);
        Assert.Equal(200, (await api.PostAsync($"{Drafts.Address}/publish", null)).Number);

        var answer = await ReportAsync("9001", "key-3");

        Assert.Equal((422, "reserved_to_authority"), (answer.Number, answer.Code));
        Assert.Contains("Market regulation", answer.Read("detail"), StringComparison.Ordinal);
        Assert.Contains("市场监督管理局", answer.Read("detail"), StringComparison.Ordinal);
        var counts = (await api.GetAsync("/v1/refusals")).Json.GetProperty("counts").EnumerateArray().Select(c => c.GetRawText());
        Assert.Contains("""{"reason":"reserved_to_authority","itemCode":"9001","count":1}""", counts);
    }

    [Theory]
    [InlineData("under=12", "under_malformed")]
    [InlineData("from=yesterday", "from_malformed")]
    [InlineData("to=2025-01-01T00:00:00", "to_malformed")]
    [InlineData("limit=0", "limit_out_of_range")]
    [InlineData("cursor=x", "cursor_malformed")]
    public async Task A_query_that_cannot_be_read_is_refused(string query, string code)
    {
        var answer = await api.GetAsync($"/v1/refusals?{query}");

        Assert.Equal((400, code), (answer.Number, answer.Code));
    }

    private Task<ApiAnswer> ReportAsync(string item, string key) =>
        api.PostAsync("/v1/incidents", new { itemCode = item, gridCode = Demo.Grid, description = "Please do this." }, ("Idempotency-Key", key));
}
