using System.Net.Http.Headers;

namespace GridActors.Api.Tests.Access;

public sealed class ApiKeyTests(ApiFixture api)
{
    [Fact]
    public async Task A_key_may_what_it_was_made_for_until_it_is_revoked()
    {
        var made = await CreateAsync(api, "supervisor:652390");
        var (id, client) = (made.Read("key", "id"), With(made.Read("secret")));

        var (before, beyond) = (await client.GetAsync("/v1/incidents"), await client.GetAsync("/v1/api-keys"));
        var revoked = await api.SendAsync(HttpMethod.Delete, $"/v1/api-keys/{id}", null);
        var after = await client.GetAsync("/v1/incidents");

        Assert.Equal((200, 403, 200, 401), (before.Number, beyond.Number, revoked.Number, after.Number));
        Assert.Equal("no-store", made.Response.Headers.CacheControl?.ToString());
        Assert.Equal(("key_invalid", "key_revoked"), (after.Code, Assert.Single(after.ErrorCodes)));
        Assert.NotEqual("null", revoked.Read("revokedAt"));
    }

    [Fact]
    public async Task The_secret_is_shown_once()
    {
        var made = await CreateAsync(api, "supervisor:652390");
        var secret = made.Read("secret").Split('.')[1];

        var listed = await api.GetAsync("/v1/api-keys");

        Assert.Contains(listed.Items, k => k.GetProperty("id").GetString() == made.Read("key", "id"));
        Assert.DoesNotContain(secret, listed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_nearly_right_and_a_key_that_is_not_there_are_told_the_same()
    {
        var shown = (await CreateAsync(api, "supervisor:all")).Read("secret");
        var nearly = shown[..^2] + (shown[^2] == 'A' ? 'B' : 'A') + shown[^1];
        string[] wrong = [nearly, $"{new string('0', 20)}.{shown.Split('.')[1]}"];

        foreach (var key in wrong)
        {
            var answer = await With(key).GetAsync("/v1/incidents");
            Assert.Equal((401, "key_unknown"), (answer.Number, Assert.Single(answer.ErrorCodes)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("00000000000000000000")]
    [InlineData("00000000000000000000.short")]
    public async Task What_is_no_key_is_refused(string shown)
    {
        var answer = await With(shown).GetAsync("/v1/public/catalogue");

        Assert.Equal(401, answer.Number);
    }

    [Theory]
    [InlineData("supervisor:652390001", 200)]
    [InlineData("administrator:652390", 200)]
    [InlineData("administrator:all", 403)]
    [InlineData("supervisor:6523", 403)]
    [InlineData("centre_operator:652301", 403)]
    [InlineData("auditor:652390", 403)]
    public async Task An_administrator_hands_out_no_more_than_is_theirs(string grant, int status)
    {
        var administrator = api.As("administrator:652390");

        var answer = await TryCreateAsync(administrator, TimeSpan.FromDays(1), grant);

        Assert.Equal(status, answer.Number);
        Assert.True(status == 200 || answer.Code == "grant_out_of_reach", answer.Text);
    }

    [Fact]
    public async Task A_key_that_is_not_theirs_is_not_there_for_an_administrator()
    {
        var id = (await CreateAsync(api, "supervisor:652390", "supervisor:652301")).Read("key", "id");
        var administrator = api.As("administrator:652390");

        var listed = await administrator.GetAsync("/v1/api-keys");
        var revoked = await administrator.SendAsync(HttpMethod.Delete, $"/v1/api-keys/{id}", null);

        Assert.DoesNotContain(listed.Items, k => k.GetProperty("id").GetString() == id);
        Assert.Equal((404, "unknown_api_key"), (revoked.Number, revoked.Code));
    }

    [Fact]
    public async Task A_key_makes_none_that_outlives_it()
    {
        var client = With((await CreateAsync(api, "administrator:652390")).Read("secret"));

        var (longer, shorter) = (await TryCreateAsync(client, TimeSpan.FromDays(2), "supervisor:652390"), await TryCreateAsync(client, TimeSpan.FromHours(1), "supervisor:652390"));

        Assert.Equal((403, "grant_out_of_reach", 200), (longer.Number, longer.Code, shorter.Number));
        Assert.StartsWith("key:", shorter.Read("key", "createdBy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_key_is_said_at_once()
    {
        string[] grants = ["supervisor:all", "mayor:all"];

        var answer = await api.PostAsync("/v1/api-keys", new { name = "a\u202eb", grants, expiresAt = "2020-01-01T00:00:00Z" });
        var empty = await api.PostAsync("/v1/api-keys", new { });

        Assert.Equal((400, "invalid_api_key", 400), (answer.Number, answer.Code, empty.Number));
        Assert.Equal(["name_malformed", "expires_at_out_of_range", "grant_malformed"], answer.ErrorCodes);
        Assert.Equal(["name_malformed", "expires_at_required", "grants_miscounted"], empty.ErrorCodes);
    }

    private static async Task<ApiAnswer> CreateAsync(IApiClient client, params string[] grants)
    {
        var answer = await TryCreateAsync(client, TimeSpan.FromDays(1), grants);
        Assert.True(answer.Number == 200, answer.Text);
        return answer;
    }

    private static Task<ApiAnswer> TryCreateAsync(IApiClient client, TimeSpan lifetime, params string[] grants) =>
        client.PostAsync("/v1/api-keys", new { name = "board", grants, expiresAt = TimeProvider.System.GetUtcNow() + lifetime });

    private ApiCaller With(string key) => api.With(new AuthenticationHeaderValue("ApiKey", key));
}
