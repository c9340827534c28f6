using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GridActors.Api.Tests.Webhooks;

/// <summary>Each on a host of its own: what another test left to be sent, or moved the clock over, is nothing to it.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const string FarTownship = "652390100000";

    private static readonly string[] _reported = ["reported"];
    private static readonly string[] _belowCounty = [Demo.Village, Demo.Township];

    private readonly WebhooksApi _api = new();

    public ValueTask InitializeAsync() => _api.InitializeAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Whoever_subscribes_is_told_what_happens_and_can_verify_it()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var (id, secret) = await _api.SubscribeAsync(Demo.Township, receiver.Url);

        string? incident = null;
        var outcomes = await _api.AttemptAsync(1, async () => incident = (await _api.ReportAsync()).Id);

        var received = await receiver.NextAsync();
        Assert.Equal(["delivered"], outcomes.Distinct());
        Assert.True(received.IsSignedWith(secret));
        Assert.Equal((incident, "gridactors.reported", $"{incident}:1"), (received.IncidentId, received.Type, received.Id));
        var data = received.Json.GetProperty("data");
        Assert.Equal(("reported", Demo.TownshipItem, Demo.Grid), (Text(data, "phase"), Text(data, "itemCode"), Text(data, "placeCode")));
        Assert.DoesNotContain("lid is missing", received.Body, StringComparison.Ordinal);
        var delivery = Assert.Single((await _api.GetDeliveriesAsync(id, "?state=delivered")).Items, d => Text(d, "eventId") == received.Id);
        Assert.Equal(("delivered", "gridactors.reported", 1), (Text(delivery, "state"), Text(delivery, "type"), delivery.GetProperty("attempts").GetInt32()));
    }

    [Fact]
    public async Task What_failed_is_tried_again_and_arrives_when_the_receiver_is_back()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = WebhookReceiver.AnswerWith(StatusCodes.Status503ServiceUnavailable);
        var (id, _) = await _api.SubscribeAsync(Demo.Township, receiver.Url, _reported);

        var failed = await _api.AttemptAsync(1, () => _api.ReportAsync());
        var waiting = Assert.Single((await _api.GetDeliveriesAsync(id, "?state=waiting")).Items);
        Assert.NotEqual("null", (await _api.GetAsync($"/v1/webhooks/{id}", WebhooksApi.Of(""))).Read("failingSince"));
        receiver.Answer = WebhookReceiver.AnswerWith(StatusCodes.Status200OK);
        var delivered = await _api.AttemptAsync(1, () => PassAsync(TimeSpan.FromSeconds(10)));

        Assert.Equal(["failed", "delivered"], failed.AddRange(delivered));
        Assert.Equal("503 Service Unavailable", Text(waiting, "failure"));
        Assert.Equal((await receiver.NextAsync()).Id, (await receiver.NextAsync()).Id);
        Assert.Equal(2, Assert.Single((await _api.GetDeliveriesAsync(id, "?state=delivered")).Items).GetProperty("attempts").GetInt32());
    }

    [Fact]
    public async Task What_would_be_tried_again_after_a_day_is_a_dead_letter_that_can_be_replayed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var (id, _) = await _api.SubscribeAsync(Demo.Township, receiver.Url, _reported);

        var first = await GiveUpAsync(receiver, id);
        var one = await _api.AttemptAsync(1, () => ReplayAsync($"/v1/webhooks/{id}/deliveries/{first}/replay"));
        await GiveUpAsync(receiver, id);
        ApiAnswer? rest = null;
        var all = await _api.AttemptAsync(1, async () => rest = await ReplayAsync($"/v1/webhooks/{id}/deliveries/replay"));

        Assert.Equal(["delivered", "delivered"], one.AddRange(all));
        Assert.Equal(1, rest!.Json.GetProperty("replayed").GetInt32());
        Assert.Empty((await _api.GetDeliveriesAsync(id, "?state=dead")).Items);
        Assert.Equal(2, (await _api.GetDeliveriesAsync(id, "?state=delivered")).Items.Count());
    }

    [Fact]
    public async Task A_township_is_never_told_of_what_is_anothers()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var (own, _) = await _api.SubscribeAsync(Demo.Township, receiver.Url, _reported);
        var (far, _) = await _api.SubscribeAsync(FarTownship, receiver.Url, _reported);
        var (county, _) = await _api.SubscribeAsync(Demo.County, receiver.Url, _reported);

        var (here, there) = ("", "");
        await _api.AttemptAsync(4, async () => (here, there) = ((await _api.ReportAsync()).Id, (await _api.ReportAsync(grid: Demo.FarGrid)).Id));

        Assert.Equal([here], await ToldAsync(own));
        Assert.Equal([there], await ToldAsync(far));
        Assert.Equal(new[] { here, there }.Order(StringComparer.Ordinal), (await ToldAsync(county)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_a_complaint_nobody_below_the_county_is_told()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var below = new List<string>();
        foreach (var division in _belowCounty)
        {
            below.Add((await _api.SubscribeAsync(division, receiver.Url)).Id);
        }

        var (county, _) = await _api.SubscribeAsync(Demo.County, receiver.Url, _reported);
        var complaint = "";
        await _api.AttemptAsync(1, async () =>
        {
            var answer = await _api.PostAsync("/v1/incidents", new { itemCode = "1201", about = new { workerId = Demo.Worker }, description = "Never came." });
            Assert.True(answer.Number == 201, answer.Text);
            complaint = answer.Id;
        });

        Assert.Equal([complaint], await ToldAsync(county));
        var received = await receiver.NextAsync();
        Assert.Equal(Demo.County, Text(received.Json.GetProperty("data"), "placeCode"));
        Assert.DoesNotContain(Demo.Worker, received.Body, StringComparison.Ordinal);
        foreach (var id in below)
        {
            Assert.Empty(await ToldAsync(id));
        }
    }

    [Fact]
    public async Task For_a_day_after_a_rotation_both_secrets_verify()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var (id, before) = await _api.SubscribeAsync(Demo.Township, receiver.Url, _reported);
        var rotated = await ReplayAsync($"/v1/webhooks/{id}/rotate-secret");
        var after = rotated.Read("secret");

        await _api.AttemptAsync(1, () => _api.ReportAsync());
        var during = await receiver.NextAsync();
        await PassAsync(TimeSpan.FromHours(24));
        await _api.AttemptAsync(1, () => _api.ReportAsync());
        var later = await receiver.NextAsync();

        Assert.NotEqual(before, after);
        Assert.NotEqual("null", rotated.Read("webhook", "previousSecretUntil"));
        Assert.Equal((true, true), (during.IsSignedWith(before), during.IsSignedWith(after)));
        Assert.Equal((false, true), (later.IsSignedWith(before), later.IsSignedWith(after)));
        var webhook = await _api.GetAsync($"/v1/webhooks/{id}", WebhooksApi.Of(""));
        Assert.Equal("null", webhook.Read("previousSecretUntil"));
        Assert.DoesNotContain("secret\"", webhook.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paused_one_is_told_afterwards()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var (id, _) = await _api.SubscribeAsync(Demo.Township, receiver.Url);
        var paused = await PutAsync(id, new { url = receiver.Url, kinds = _reported, paused = true });
        await _api.ReportAsync();
        await _api.QueueAsync();

        Assert.Equal((true, "requested"), (paused.Json.GetProperty("paused").GetBoolean(), paused.Read("pausedBecause")));
        Assert.Single((await _api.GetDeliveriesAsync(id, "?state=waiting")).Items);
        Assert.Equal(0, receiver.Waiting);
        await _api.AttemptAsync(1, () => PutAsync(id, new { url = receiver.Url, kinds = _reported }));
        Assert.Equal("gridactors.reported", (await receiver.NextAsync()).Type);
    }

    [Fact]
    public async Task Deliveries_come_page_by_page()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var (id, _) = await _api.SubscribeAsync(Demo.Township, receiver.Url, _reported);
        await _api.AttemptAsync(3, async () =>
        {
            for (var i = 0; i < 3; i++)
            {
                await _api.ReportAsync();
            }
        });

        var first = await _api.GetDeliveriesAsync(id, "?limit=2");
        var second = await _api.GetDeliveriesAsync(id, $"?limit=2&cursor={first.Read("nextCursor")}");

        Assert.Equal((2, 1, "null"), (first.Items.Count(), second.Items.Count(), second.Read("nextCursor")));
        Assert.Equal(3, first.Items.Concat(second.Items).Select(d => Text(d, "id")).Distinct().Count());
    }

    /// <summary>
    /// A delivery that fails until the next attempt would come after a day; the receiver is back afterwards. Not a whole day passes: the
    /// keeper would give it up then, without an attempt, and either may be first.
    /// </summary>
    /// <returns>Its id.</returns>
    private async Task<string> GiveUpAsync(WebhookReceiver receiver, string webhook)
    {
        receiver.Answer = WebhookReceiver.AnswerWith(StatusCodes.Status503ServiceUnavailable, "", ("Retry-After", "7200"));
        await _api.AttemptAsync(1, () => _api.ReportAsync());
        await _api.AttemptUntilAsync("dead", 1, () => PassAsync(TimeSpan.FromHours(23)));
        receiver.Answer = WebhookReceiver.AnswerWith(StatusCodes.Status204NoContent);
        return Text(Assert.Single((await _api.GetDeliveriesAsync(webhook, "?state=dead")).Items), "id");
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "null";

    private async Task<List<string>> ToldAsync(string id) => [.. (await _api.GetDeliveriesAsync(id, "?limit=200")).Items.Select(d => Text(d, "incidentId"))];

    private Task<ApiAnswer> ReplayAsync(string path) => _api.PostAsync(path, null, WebhooksApi.Of(""));

    private Task PassAsync(TimeSpan time)
    {
        _api.Pass(time);
        return Task.CompletedTask;
    }

    private Task<ApiAnswer> PutAsync(string id, object body) => _api.SendAsync(
        HttpMethod.Put, $"/v1/webhooks/{id}", new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, new MediaTypeHeaderValue("application/json")), WebhooksApi.Of(""));
}
