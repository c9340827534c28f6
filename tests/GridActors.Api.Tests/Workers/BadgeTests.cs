namespace GridActors.Api.Tests.Workers;

public sealed class BadgeTests(ApiFixture api)
{
    private static readonly DateTimeOffset _nextYear = TimeProvider.System.GetUtcNow().AddDays(365);

    [Fact]
    public async Task A_badge_is_verified_in_public_without_anything_about_the_person()
    {
        var grid = await api.NewGridAsync(751);
        await api.AppointAsync("bg-1", grid, "head");

        var badge = await IssueAsync("bg-1", _nextYear);
        var answer = await api.GetAsync($"/v1/public/badges/{badge}");

        Assert.True(answer.Json.GetProperty("valid").GetBoolean());
        Assert.Equal("valid", answer.Read("status"));
        var duty = Assert.Single(answer.Json.GetProperty("duties").EnumerateArray());
        Assert.Equal((grid, "head"), (duty.GetProperty("place").GetProperty("divisionCode").GetString(), duty.GetProperty("role").GetString()));
        Assert.Equal(["id", "valid", "status", "expiresAt", "duties"], answer.Json.EnumerateObject().Select(p => p.Name));
        Assert.DoesNotContain("bg-1", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_badge_is_not_valid_and_does_not_say_why()
    {
        await api.AppointAsync("bg-2", await api.NewGridAsync(752));
        var badge = await IssueAsync("bg-2", _nextYear);

        await api.DoWorkerAsync("bg-2", "badge/revoke", new { reason = "lost on the way" });
        var answer = await api.GetAsync($"/v1/public/badges/{badge}");

        Assert.False(answer.Json.GetProperty("valid").GetBoolean());
        Assert.Equal("revoked", answer.Read("status"));
        Assert.Empty(answer.Json.GetProperty("duties").EnumerateArray());
        Assert.DoesNotContain("lost", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_badge_replaces_the_one_before_and_the_same_again_does_not()
    {
        await api.AppointAsync("bg-3", await api.NewGridAsync(753));
        var first = await IssueAsync("bg-3", _nextYear);

        var again = await IssueAsync("bg-3", _nextYear);
        var newer = await IssueAsync("bg-3", _nextYear.AddDays(1));

        Assert.Equal(first, again);
        Assert.Equal("replaced", (await api.GetAsync($"/v1/public/badges/{first}")).Read("status"));
        Assert.Equal("valid", (await api.GetAsync($"/v1/public/badges/{newer}")).Read("status"));
    }

    [Fact]
    public async Task The_badge_of_somebody_who_has_left_is_not_valid()
    {
        await api.AppointAsync("bg-4", await api.NewGridAsync(754));
        var badge = await IssueAsync("bg-4", _nextYear);

        await api.DoWorkerAsync("bg-4", "end", new { });

        Assert.Equal("no_duty", (await api.GetAsync($"/v1/public/badges/{badge}")).Read("status"));
    }

    [Theory]
    [InlineData("0000-0000-0000")]
    [InlineData("yd-1001")]
    public async Task A_badge_that_was_never_issued_is_unknown(string id)
    {
        var answer = await api.GetAsync($"/v1/public/badges/{id}");

        Assert.Equal((404, "unknown_badge"), (answer.Number, answer.Code));
    }

    [Theory]
    [InlineData("badge", """{}""", 400, "expires_at_required")]
    [InlineData("badge", """{"expiresAt":"2020-01-01T00:00:00Z"}""", 422, "period_out_of_range")]
    [InlineData("badge/revoke", """{"reason":"x"}""", 409, "no_badge")]
    public async Task What_is_wrong_with_a_badge_has_a_code(string action, string body, int status, string code)
    {
        var answer = await api.PostTextAsync($"/v1/workers/{Demo.Colleague}/{action}", body);

        Assert.Equal((status, code), (answer.Number, answer.Code));
    }

    private async Task<string> IssueAsync(string worker, DateTimeOffset expiresAt) =>
        (await api.DoWorkerAsync(worker, "badge", new { expiresAt })).Read("badge", "id");
}
