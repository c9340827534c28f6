using System.Net;
using GridActors.ApiHost;
using GridActors.ApiHost.Limits;
using GridActors.Core.Access;
using GridActors.Hosting;

namespace GridActors.Api.Tests.Limits;

public sealed class RateLimitTests(LimitedApi api) : IClassFixture<LimitedApi>
{
    [Fact]
    public async Task Whoever_asks_too_often_is_told_when_to_come_again()
    {
        var answers = await AskAsync("198.51.100.1", LimitedApi.PerMinute + 1);

        Assert.All(answers[..^1], a => Assert.Equal(200, a.Number));
        Assert.Equal((429, "rate_limited", "application/problem+json"), (answers[^1].Number, answers[^1].Code, answers[^1].MediaType));
        Assert.InRange(int.Parse(answers[^1].Response.Headers.GetValues("Retry-After").Single(), System.Globalization.CultureInfo.InvariantCulture), 1, 60);
    }

    [Fact]
    public async Task Another_address_is_another_caller()
    {
        await AskAsync("198.51.100.2", LimitedApi.PerMinute + 1);

        var other = await AskAsync("198.51.100.3", 1);

        Assert.Equal(200, other.Single().Number);
    }

    [Fact]
    public async Task A_network_of_64_bits_is_one_caller()
    {
        await AskAsync("2001:db8:1:2::1", LimitedApi.PerMinute);

        var sameNetwork = await AskAsync("2001:db8:1:2:ffff::9", 1);
        var nextNetwork = await AskAsync("2001:db8:1:3::1", 1);

        Assert.Equal(429, sameNetwork.Single().Number);
        Assert.Equal(200, nextNetwork.Single().Number);
    }

    [Fact]
    public async Task What_a_client_says_itself_in_front_of_a_known_proxy_is_not_believed()
    {
        await AskAsync("198.51.100.4", LimitedApi.PerMinute);

        var forged = await api.AsNobody().GetAsync("/v1/public/catalogue", ("X-Forwarded-For", "203.0.113.77, 198.51.100.4"));

        Assert.Equal(429, forged.Number);
    }

    [Fact]
    public async Task Probes_are_never_limited()
    {
        for (var i = 0; i < LimitedApi.PerMinute * 3; i++)
        {
            Assert.Equal(200, (await api.AsNobody().GetAsync("/health/live", ("X-Forwarded-For", "198.51.100.5"))).Number);
        }
    }

    [Fact]
    public async Task Each_row_of_a_batch_counts()
    {
        var rows = Enumerable.Range(0, LimitedApi.PerMinute).Select(i => new { id = $"limited-{i}", command = "nothing" });
        var batch = await api.AsNobody().PostAsync("/v1/incidents/batch", new { rows }, ("X-Forwarded-For", "198.51.100.6"));

        var next = await AskAsync("198.51.100.6", 1);

        Assert.Equal(200, batch.Number);
        Assert.Equal(429, next.Single().Number);
    }

    [Fact]
    public void A_million_addresses_are_kept_in_as_many_places_as_there_are_slots()
    {
        var keys = new HashSet<RateLimitKey>();
        for (uint i = 0; i < 200_000; i++)
        {
            keys.Add(RateLimitKey.Of(Caller.Anonymous, new IPAddress((long)(i * 2_654_435_761 % uint.MaxValue))));
        }

        Assert.InRange(keys.Count, RateLimitKey.Slots / 2, RateLimitKey.Slots);
    }

    [Fact]
    public void A_caller_with_a_login_is_the_same_from_everywhere()
    {
        var caller = new Caller("somebody", []);

        Assert.Equal(RateLimitKey.Of(caller, IPAddress.Loopback), RateLimitKey.Of(caller, IPAddress.Parse("198.51.100.7")));
        Assert.NotEqual(RateLimitKey.Of(caller, IPAddress.Loopback), RateLimitKey.Of(Caller.Anonymous, IPAddress.Loopback));
    }

    [Fact]
    public void An_address_is_the_same_in_either_notation() =>
        Assert.Equal(RateLimitKey.Of(Caller.Anonymous, IPAddress.Parse("198.51.100.8")), RateLimitKey.Of(Caller.Anonymous, IPAddress.Parse("::ffff:198.51.100.8")));

    [Theory]
    [InlineData("--RateLimits:AnonymousPerMinute=-1", "RateLimits:AnonymousPerMinute")]
    [InlineData("--Cors:Origins:0=example.org", "Cors:Origins")]
    [InlineData("--Cors:Origins:0=https://example.org/path", "Cors:Origins")]
    [InlineData("--Proxies:Known:0=the-proxy", "Proxies:Known")]
    public void A_setting_that_is_wrong_is_refused_by_its_name(string setting, string named)
    {
        var refused = Assert.Throws<ConfigurationRefusedException>(() => ApiApplication.Build([setting]));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    private async Task<List<ApiAnswer>> AskAsync(string from, int times)
    {
        var answers = new List<ApiAnswer>();
        for (var i = 0; i < times; i++)
        {
            answers.Add(await api.AsNobody().GetAsync("/v1/public/catalogue", ("X-Forwarded-For", from)));
        }

        return answers;
    }
}
