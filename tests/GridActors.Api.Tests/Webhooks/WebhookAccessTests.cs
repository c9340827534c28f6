using System.Text;

namespace GridActors.Api.Tests.Webhooks;

public sealed class WebhookAccessTests(WebhooksApi api) : IClassFixture<WebhooksApi>
{
    private const string Url = "https://receiver.example/hook";

    private static readonly string[] _lists = ["items", "groups", "phases", "kinds"];

    [Fact]
    public async Task One_of_another_township_looks_as_if_it_did_not_exist()
    {
        var (id, _) = await api.SubscribeAsync("652390100000", Url);
        var stranger = WebhooksApi.Of("652390001");

        var answers = new[]
        {
            await api.GetAsync($"/v1/webhooks/{id}", stranger),
            await api.SendAsync(HttpMethod.Put, $"/v1/webhooks/{id}", Json("{}"), stranger),
            await api.SendAsync(HttpMethod.Delete, $"/v1/webhooks/{id}", null, stranger),
            await api.PostAsync($"/v1/webhooks/{id}/rotate-secret", null, stranger),
            await api.GetAsync($"/v1/webhooks/{id}/deliveries", stranger),
            await api.PostAsync($"/v1/webhooks/{id}/deliveries/replay", null, stranger),
            await api.PostAsync($"/v1/webhooks/{id}/deliveries/{id}/replay", null, stranger),
        };
        var missing = await api.GetAsync($"/v1/webhooks/{Guid.Empty}", stranger);

        Assert.All(answers, a => Assert.Equal((404, "unknown_webhook"), (a.Number, a.Code)));
        Assert.Equal((404, "unknown_webhook"), (missing.Number, missing.Code));
        Assert.Equal(200, (await api.GetAsync($"/v1/webhooks/{id}", WebhooksApi.Of("652390"))).Number);
    }

    [Fact]
    public async Task Whoever_lists_them_sees_those_of_the_own_divisions()
    {
        var (own, _) = await api.SubscribeAsync(Demo.Village, Url);
        var (other, _) = await api.SubscribeAsync("652390100000", Url);

        var listed = (await api.GetAsync("/v1/webhooks?limit=200", WebhooksApi.Of("652390001"))).Items.Select(w => w.GetProperty("id").GetString()).ToList();

        Assert.Contains(own, listed);
        Assert.DoesNotContain(other, listed);
        Assert.NotEqual(200, (await api.GetAsync("/v1/webhooks?cursor=x", WebhooksApi.Of(""))).Number);
    }

    [Fact]
    public async Task Nobody_subscribes_outside_the_own_divisions_nor_where_there_is_none()
    {
        var outside = await api.PostAsync("/v1/webhooks", new { divisionCode = Demo.County, url = Url }, WebhooksApi.Of("652390001"));
        var nowhere = await api.PostAsync("/v1/webhooks", new { divisionCode = "652399000000", url = Url }, WebhooksApi.Of(""));

        Assert.Equal((403, "forbidden"), (outside.Number, outside.Code));
        Assert.Equal((422, "unknown_division"), (nowhere.Number, nowhere.Code));
    }

    [Theory]
    [InlineData("""{"url": "https://a.example"}""", "division_code_malformed")]
    [InlineData("""{"divisionCode": "652390001000"}""", "url_malformed")]
    [InlineData("""{"divisionCode": "652390001000", "url": "/hook"}""", "url_malformed")]
    [InlineData("""{"divisionCode": "652390001000", "url": "ftp://a.example"}""", "url_malformed")]
    [InlineData("""{"divisionCode": "652390001000", "url": "https://user:secret@a.example"}""", "url_malformed")]
    [InlineData("""{"divisionCode": "652390001000", "url": "https://a.example/#x"}""", "url_malformed")]
    [InlineData("""{"divisionCode": "652390001000", "url": "https://a.example", "items": ["101"]}""", "item_code_malformed")]
    [InlineData("""{"divisionCode": "652390001000", "url": "https://a.example", "groups": ["00"]}""", "group_malformed")]
    [InlineData("""{"divisionCode": "652390001000", "url": "https://a.example", "kinds": ["happened"]}""", "kind_unknown")]
    [InlineData("""{"divisionCode": "652390001000", "url": "https://a.example", "phases": ["lost"]}""", "invalid_value")]
    [InlineData("""{"divisionCode": "1", "url": "x"}""", "invalid_webhook")]
    [InlineData("[]", "invalid_value")]
    public async Task One_that_cannot_be_read_is_refused(string body, string code)
    {
        var answer = await api.PostTextAsync("/v1/webhooks", body, WebhooksApi.Of(""));

        Assert.Equal((400, code), (answer.Number, answer.Code));
    }

    [Fact]
    public async Task What_was_asked_for_is_answered()
    {
        var answer = await api.PostTextAsync(
            "/v1/webhooks",
            """{"divisionCode": "652390001000", "url": "https://a.example/x?y=1", "items": ["0101", "0101"], "groups": ["02"], "phases": ["closed"], "kinds": ["closed"]}""",
            WebhooksApi.Of("652390001"));

        Assert.Equal((201, "no-store"), (answer.Number, answer.Response.Headers.CacheControl?.ToString()));
        Assert.Matches("^whsec_[A-Za-z0-9+/]{43}=$", answer.Read("secret"));
        var webhook = await api.GetAsync(answer.Response.Headers.Location!.ToString(), WebhooksApi.Of("652390001"));
        Assert.Equal(answer.Json.GetProperty("webhook").GetRawText(), webhook.Text);
        Assert.Equal("""["0101"]["02"]["closed"]["closed"]""", string.Concat(_lists.Select(n => webhook.Json.GetProperty(n).GetRawText())));
    }

    [Fact]
    public async Task A_delivery_that_is_not_there_cannot_be_replayed_and_a_state_that_is_none_is_refused()
    {
        var (id, _) = await api.SubscribeAsync(Demo.Village, Url);

        Assert.Equal("unknown_delivery", (await api.PostAsync($"/v1/webhooks/{id}/deliveries/{Guid.Empty}/replay", null, WebhooksApi.Of(""))).Code);
        Assert.Equal("state_unknown", (await api.GetDeliveriesAsync(id, "?state=lost")).Code);
        Assert.Equal("limit_out_of_range", (await api.GetDeliveriesAsync(id, "?limit=0")).Code);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
