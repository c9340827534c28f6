using System.Net.Http.Headers;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.Incidents;
using GridActors.Core.Access;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GridActors.Api.Tests.Access;

public sealed class DoorTests(ApiFixture api)
{
    [Fact]
    public void Every_endpoint_says_what_it_needs()
    {
        var endpoints = api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        Assert.True(endpoints.Count > 60, "The endpoints were not found.");
        Assert.Empty(endpoints.Where(e => e.Metadata.GetMetadata<AccessRequirement>() is null).Select(e => e.DisplayName));
    }

    [Fact]
    public void The_door_asks_of_every_command_what_the_rules_ask()
    {
        var json = api.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var commands = api.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<IncidentAction>() is not null)
            .Select(e => (Action: e.Metadata.GetRequiredMetadata<IncidentAction>(), e.Metadata.GetRequiredMetadata<AccessRequirement>().Permission))
            .ToList();

        Assert.True(commands.Count > 20, "The commands were not found.");
        Assert.Empty(commands.Where(c => CommandPermissions.Of(c.Action.Read(null, json).Read(new CommandReader())) != c.Permission).Select(c => c.Action.Name));
    }

    [Fact]
    public async Task Who_has_no_login_is_asked_for_one()
    {
        var answer = await api.AsNobody().GetAsync("/v1/incidents");

        Assert.Equal((401, "authentication_required", "application/problem+json"), (answer.Number, answer.Code, answer.MediaType));
        Assert.Equal(["Bearer", "ApiKey"], answer.Response.Headers.WwwAuthenticate.Select(w => w.Scheme));
        Assert.Contains("read_incidents", answer.Read("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_is_told_which_permission_is_missing()
    {
        var answer = await api.As("supervisor:all").PostAsync("/v1/incidents/no-such/close", new { });

        Assert.Equal((403, "forbidden"), (answer.Number, answer.Code));
        Assert.Contains("direct_incidents", answer.ErrorCodes);
    }

    [Fact]
    public async Task A_login_without_a_grant_may_do_what_everybody_may()
    {
        var somebody = api.As();

        var report = await somebody.ReportAsync();
        var list = await somebody.GetAsync("/v1/incidents");

        Assert.Equal((201, 403), (report.Number, list.Number));
    }

    [Fact]
    public async Task Everybody_may_report_track_rate_and_read_what_is_public()
    {
        var nobody = api.AsNobody();
        var reported = await nobody.ReportAsync();

        string[] open = ["/health/live", "/openapi/v1.json", "/docs", "/v1/public/catalogue", $"/v1/public/grids/{Demo.Grid}", $"/v1/public/track/{reported.Read("trackingCode")}"];
        var rated = await nobody.PostAsync($"/v1/incidents/{reported.Id}/rate", new { trackingCode = reported.Read("trackingCode"), score = 5 });

        foreach (var path in open)
        {
            Assert.Equal((path, 200), (path, (await nobody.GetAsync(path)).Number));
        }

        Assert.True(rated.Number is not (401 or 403), rated.Text);
    }

    [Fact]
    public async Task The_door_is_before_the_body()
    {
        var answer = await api.AsNobody().PostTextAsync("/v1/grids/changes", "not even JSON");

        Assert.Equal(401, answer.Number);
    }

    [Fact]
    public async Task What_is_not_there_and_methods_that_are_not_are_nobodys_secret()
    {
        var nobody = api.AsNobody();

        var missing = await nobody.GetAsync("/v1/nothing");
        var method = await nobody.SendAsync(HttpMethod.Delete, "/v1/incidents", null);

        Assert.Equal((404, 405), (missing.Number, method.Number));
    }

    [Theory]
    [InlineData("Basic", "dXNlcjpzZWNyZXQ=", "scheme_unknown")]
    [InlineData("Bearer", "", "scheme_unknown")]
    [InlineData("Bearer", "no-token", "token_malformed")]
    [InlineData("Bearer", "a.b.c", "token_malformed")]
    public async Task What_is_no_token_is_refused_even_where_none_is_needed(string scheme, string shown, string reason)
    {
        var somebody = api.With(new AuthenticationHeaderValue(scheme, shown));

        var answer = await somebody.GetAsync("/v1/public/catalogue");

        Assert.Equal((401, "token_invalid"), (answer.Number, answer.Code));
        Assert.Equal([reason], answer.ErrorCodes);
        Assert.Contains($"error_description=\"{reason}\"", answer.Response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_whose_time_is_over_is_told_from_one_that_is_wrong()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (old, early) = (Bearer(api.IssueToken(now.AddDays(-1), "supervisor:all")), Bearer(api.IssueToken(now.AddDays(1), "supervisor:all")));

        var (expired, tooEarly) = (await api.With(old).GetAsync("/v1/incidents"), await api.With(early).GetAsync("/v1/incidents"));

        Assert.Equal((401, "token_invalid", 401, "token_invalid"), (expired.Number, expired.Code, tooEarly.Number, tooEarly.Code));
        Assert.Equal(["token_expired"], expired.ErrorCodes);
        Assert.Equal(["token_not_yet_valid"], tooEarly.ErrorCodes);
    }

    [Fact]
    public async Task A_token_that_somebody_changed_is_refused()
    {
        var token = api.IssueToken(TimeProvider.System.GetUtcNow(), "supervisor:652390001");
        var parts = token.Split('.');
        var wider = api.IssueToken(TimeProvider.System.GetUtcNow(), "supervisor:all").Split('.')[1];

        var answer = await api.With(Bearer($"{parts[0]}.{wider}.{parts[2]}")).GetAsync("/v1/incidents");

        Assert.Equal(401, answer.Number);
        Assert.Equal(["token_signature"], answer.ErrorCodes);
    }

    private static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);
}
