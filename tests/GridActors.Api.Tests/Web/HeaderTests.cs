using GridActors.Api.Tests.Limits;

namespace GridActors.Api.Tests.Web;

public sealed class HeaderTests(ApiFixture api, LimitedApi limited) : IClassFixture<LimitedApi>
{
    private const string Board = "https://board.example.org";

    [Theory]
    [InlineData("/v1/incidents", 200)]
    [InlineData("/v1/incidents/nothing", 404)]
    [InlineData("/v1/incidents?limit=0", 400)]
    [InlineData("/v1/public/track/nothing", 404)]
    [InlineData("/nowhere", 404)]
    public async Task An_answer_is_data_that_nobody_runs_frames_or_keeps(string path, int status)
    {
        var answer = await api.GetAsync(path);

        Assert.Equal(status, answer.Number);
        Assert.Equal("nosniff", One(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", One(answer, "Referrer-Policy"));
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", One(answer, "Content-Security-Policy"));
        Assert.Equal("no-store", One(answer, "Cache-Control"));
    }

    [Theory]
    [InlineData("/v1/public/grids/652390001001001")]
    [InlineData("/docs")]
    public async Task What_is_published_may_be_kept(string path)
    {
        var answer = await api.GetAsync(path);

        Assert.Equal(200, answer.Number);
        Assert.True(answer.Response.Headers.CacheControl?.NoStore is not true);
        Assert.Equal("nosniff", One(answer, "X-Content-Type-Options"));
    }

    [Fact]
    public async Task Pages_from_elsewhere_are_not_let_in_by_default()
    {
        var answer = await api.GetAsync("/v1/catalogue", ("Origin", Board));

        Assert.False(answer.Response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Pages_of_a_named_origin_may_call_and_see_the_headers_that_matter()
    {
        var answer = await limited.GetAsync("/v1/catalogue", ("Origin", Board), ("X-Forwarded-For", "198.51.100.20"));
        var stranger = await limited.GetAsync("/v1/catalogue", ("Origin", "https://elsewhere.example.org"), ("X-Forwarded-For", "198.51.100.20"));

        Assert.Equal(Board, One(answer, "Access-Control-Allow-Origin"));
        Assert.Equal(["Deprecation", "ETag", "Link", "Location", "Retry-After", "Sunset"], One(answer, "Access-Control-Expose-Headers").Split(',').Select(h => h.Trim()).Order());
        Assert.False(stranger.Response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(answer.Response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task A_preflight_is_answered_without_a_login()
    {
        var answer = await limited.SendAsync(
            HttpMethod.Options,
            "/v1/incidents",
            null,
            ("Origin", Board), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type,idempotency-key"), ("X-Forwarded-For", "198.51.100.21"));

        Assert.Equal(204, answer.Number);
        Assert.Equal(Board, One(answer, "Access-Control-Allow-Origin"));
        Assert.Contains("Idempotency-Key", One(answer, "Access-Control-Allow-Headers"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task Whoever_came_by_https_is_told_to_stay_there(string scheme, bool isTold)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Host = "grid.example.org";
        request.Headers.Add("X-Forwarded-Proto", scheme);
        request.Headers.Add("X-Forwarded-For", "198.51.100.22");

        var response = await limited.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(isTold, response.Headers.Contains("Strict-Transport-Security"));
    }

    private static string One(ApiAnswer answer, string name) => Assert.Single(answer.Response.Headers.GetValues(name));
}
