using System.Globalization;
using System.Net.Http.Headers;

namespace GridActors.Api.Tests.Limits;

/// <summary>Whoever the door refuses is counted as whoever it lets in.</summary>
public sealed class RefusedLimitTests(LimitedApi api) : IClassFixture<LimitedApi>
{
    private const string Closed = "/v1/api-keys";

    [Theory]
    [InlineData("198.51.100.21", "Bearer", "no-token")]
    [InlineData("198.51.100.22", "ApiKey", "no-key")]
    [InlineData("198.51.100.23", "ApiKey", "00000000000000000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("198.51.100.24", "Basic", "dXNlcjpzZWNyZXQ=")]
    public async Task Who_shows_what_is_not_taken_counts_as_nobody_of_that_address(string from, string scheme, string shown)
    {
        var guesser = api.With(new AuthenticationHeaderValue(scheme, shown));

        await AssertLimitedAsync(guesser, from, Closed, LimitedApi.PerMinute, status: 401);

        AssertLimited(await AskAsync(api.AsNobody(), from, "/v1/public/catalogue"));
    }

    [Fact]
    public Task Who_has_no_login_counts_where_one_is_needed() => AssertLimitedAsync(api.AsNobody(), "198.51.100.25", Closed, LimitedApi.PerMinute, status: 401);

    [Fact]
    public async Task A_login_that_may_not_counts_as_itself_from_everywhere()
    {
        var somebody = api.As("supervisor:all");

        await AssertLimitedAsync(somebody, "198.51.100.26", Closed, LimitedApi.CallerPerMinute, status: 403);

        AssertLimited(await AskAsync(somebody, "198.51.100.27", Closed));
        Assert.Equal(200, (await AskAsync(api.AsNobody(), "198.51.100.26", "/v1/public/catalogue")).Number);
    }

    [Fact]
    public Task Probes_with_what_is_not_taken_are_counted() =>
        AssertLimitedAsync(api.With(new AuthenticationHeaderValue("ApiKey", "no-key")), "198.51.100.28", "/health/live", LimitedApi.PerMinute, status: 401);

    private static void AssertLimited(ApiAnswer answer)
    {
        Assert.Equal((429, "rate_limited", "application/problem+json"), (answer.Number, answer.Code, answer.MediaType));
        Assert.InRange(int.Parse(answer.Response.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 60);
    }

    /// <summary>Asks until the limit is reached: not before as many requests as it says, and, as some come back while the test runs, not long behind.</summary>
    private static async Task AssertLimitedAsync(IApiClient client, string from, string path, int perMinute, int status)
    {
        var answer = await AskAsync(client, from, path);
        for (var asked = 1; answer.Number != 429; asked++)
        {
            Assert.Equal(status, answer.Number);
            Assert.InRange(asked, 1, perMinute * 2);
            answer = await AskAsync(client, from, path);
            Assert.True(answer.Number != 429 || asked >= perMinute, $"Limited after {asked}.");
        }

        AssertLimited(answer);
    }

    private static Task<ApiAnswer> AskAsync(IApiClient client, string from, string path) => client.GetAsync(path, ("X-Forwarded-For", from));
}
