using System.Net;

namespace GridActors.Api.Tests.Incidents;

public sealed class IdempotencyTests(ApiFixture api)
{
    private const string Header = "Idempotency-Key";

    private static object Report(string description = "A lid is missing.", string grid = Demo.Grid) =>
        new { itemCode = Demo.TownshipItem, gridCode = grid, description };

    [Fact]
    public async Task A_retry_gets_the_incident_that_the_first_attempt_made()
    {
        var first = await api.PostAsync("/v1/incidents", Report(), (Header, "retry-1"));

        var second = await api.PostAsync("/v1/incidents", Report(), (Header, "retry-1"));

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal("\"1\"", second.ETag);
    }

    [Fact]
    public async Task A_retry_gets_the_incident_as_it_is_by_then()
    {
        var first = await api.PostAsync("/v1/incidents", Report(), (Header, "retry-later"));
        await api.DoAsync(first.Id, "accept");

        var second = await api.PostAsync("/v1/incidents", Report(), (Header, "retry-later"));

        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal("accepted", second.Read("phase"));
    }

    [Fact]
    public async Task A_key_is_not_used_for_another_report()
    {
        await api.PostAsync("/v1/incidents", Report(), (Header, "reused"));

        var other = await api.PostAsync("/v1/incidents", Report("Another lid is missing."), (Header, "reused"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Equal("idempotency_key_reused", other.Code);
    }

    [Fact]
    public async Task Without_a_key_each_report_is_another_incident()
    {
        var first = await api.PostAsync("/v1/incidents", Report());

        var second = await api.PostAsync("/v1/incidents", Report());

        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task Five_hundred_retries_at_once_make_one_incident()
    {
        const string grid = "652390200202004";

        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => api.PostAsync("/v1/incidents", Report(grid: grid), (Header, "storm"))));

        Assert.Equal(1, answers.Count(a => a.Status == HttpStatusCode.Created));
        Assert.Equal(499, answers.Count(a => a.Status == HttpStatusCode.OK));
        Assert.Single(answers.Select(a => a.Id).Distinct());
        var listed = await api.GetAsync($"/v1/incidents?under={grid}&limit=200");
        Assert.Single(listed.Items);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("\u00e9")]
    public async Task A_key_has_visible_ascii_characters_only(string key)
    {
        var answer = await api.PostAsync("/v1/incidents", Report(), (Header, key));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("idempotency_key_malformed", answer.Code);
    }

    [Theory]
    [InlineData(255, 201)]
    [InlineData(256, 400)]
    public async Task A_key_has_up_to_255_characters(int length, int status)
    {
        var answer = await api.PostAsync("/v1/incidents", Report(), (Header, new string('k', length)));

        Assert.Equal(status, answer.Number);
    }
}
