using GridActors.ApiHost.Incidents;
using GridActors.Core.Incidents;
using Microsoft.AspNetCore.Http;

namespace GridActors.Api.Tests.Incidents;

public sealed class RefusalTests(ApiFixture api)
{
    public static TheoryData<IncidentRefusal> Refusals => [.. Enum.GetValues<IncidentRefusal>()];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_has_a_status_and_words(IncidentRefusal refusal)
    {
        var problem = IncidentProblems.Of(refusal);

        Assert.Contains(problem.Status, new[] { StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status422UnprocessableEntity });
        Assert.Matches("^[a-z]+(_[a-z]+)*$", problem.Code);
        Assert.NotEmpty(problem.Detail);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        const string id = "00000000-0000-7000-8000-000000000001";

        foreach (var answer in new[]
        {
            await api.GetAsync($"/v1/incidents/{id}"),
            await api.GetAsync($"/v1/incidents/{id}/timeline"),
            await api.GetAsync($"/v1/incidents/{id}/ledger"),
            await api.TryAsync(id, "accept"),
            await api.GetAsync("/v1/incidents/no-uuid"),
            await api.TryAsync("no-uuid", "accept"),
        })
        {
            Assert.Equal((404, "unknown_incident"), (answer.Number, answer.Code));
        }
    }

    [Theory]
    [InlineData("assign", """{"workerId":"yd-1001"}""", 409, "not_accepted")]
    [InlineData("start", "{}", 409, "not_accepted")]
    [InlineData("result", """{"result":"Done."}""", 409, "not_accepted")]
    [InlineData("check", """{"passed":true}""", 409, "not_handled")]
    [InlineData("close", "{}", 409, "not_handled")]
    [InlineData("accept", """{"by":"652390100000"}""", 409, "not_holder")]
    [InlineData("accept", """{"by":"yd-1001"}""", 409, "not_holder")]
    [InlineData("forward", "{}", 422, "reason_required")]
    [InlineData("forward", """{"reason":" "}""", 422, "reason_required")]
    [InlineData("void", "{}", 422, "reason_required")]
    [InlineData("send-down", """{"tier":"county"}""", 422, "not_below_holder")]
    [InlineData("on-spot", """{"workerId":"yd-1001"}""", 422, "result_required")]
    public async Task A_fresh_report_refuses(string action, string body, int status, string code) =>
        await RefusesAsync((await api.ReportAsync()).Id, action, body, status, code);

    [Theory]
    [InlineData("accept", "{}", 409, "already_accepted")]
    [InlineData("start", """{"by":"652390100000"}""", 409, "not_handler")]
    [InlineData("result", "{}", 422, "result_required")]
    public async Task An_accepted_incident_refuses(string action, string body, int status, string code)
    {
        var id = (await api.ReportAsync()).Id;
        await api.DoAsync(id, "accept");

        await RefusesAsync(id, action, body, status, code);
    }

    [Theory]
    [InlineData("result", """{"result":"Again."}""", 409, "already_handled")]
    [InlineData("check", """{"passed":true,"by":"yd-1001"}""", 422, "checked_by_handler")]
    [InlineData("check", """{"passed":false,"by":"yd-1002"}""", 422, "reason_required")]
    public async Task A_handled_incident_refuses(string action, string body, int status, string code)
    {
        var id = (await api.ReportAsync()).Id;
        await api.DoAsync(id, "accept");
        await api.DoAsync(id, "result", new { result = "Done.", by = Demo.Worker });

        await RefusesAsync(id, action, body, status, code);
    }

    [Fact]
    public async Task A_closed_incident_refuses_everything()
    {
        var id = (await api.ReportAsync()).Id;
        await api.DoAsync(id, "on-spot", new { workerId = Demo.Worker, result = "Put back." });

        await RefusesAsync(id, "accept", "{}", 409, "already_closed");
        await RefusesAsync(id, "void", """{"reason":"x"}""", 409, "already_closed");
    }

    [Fact]
    public async Task Nothing_goes_up_from_the_top()
    {
        var id = (await api.ReportAsync()).Id;
        await api.DoAsync(id, "forward", new { reason = "Up." });
        await api.DoAsync(id, "forward", new { reason = "Further up." });

        await RefusesAsync(id, "forward", """{"reason":"Beyond."}""", 409, "no_tier_above");
    }

    [Fact]
    public async Task A_village_committee_sends_nothing_down()
    {
        var id = (await api.ReportAsync(Demo.VillageItem)).Id;

        await RefusesAsync(id, "send-down", """{"tier":"grid"}""", 422, "not_a_centre");
    }

    [Theory]
    [InlineData("accept", """{"by":"nobody"}""", 422, "unknown_worker")]
    [InlineData("assign", """{"workerId":"nobody"}""", 422, "unknown_worker")]
    [InlineData("on-spot", """{"workerId":"nobody","result":"x"}""", 422, "unknown_worker")]
    [InlineData("accept", """{"by":"12345"}""", 400, "by_malformed")]
    [InlineData("assign", "{}", 400, "worker_id_required")]
    [InlineData("assign", """{"workerId":"张三"}""", 400, "worker_id_malformed")]
    [InlineData("check", "{}", 400, "passed_required")]
    [InlineData("send-down", "{}", 400, "tier_required")]
    [InlineData("send-down", """{"tier":"moon"}""", 400, "invalid_value")]
    [InlineData("send-down", """{"tier":0}""", 400, "invalid_value")]
    [InlineData("close", """{"outcome":"void"}""", 400, "outcome_not_allowed")]
    [InlineData("void", """{"reason":"a\u0000b"}""", 400, "reason_not_text")]
    public async Task A_command_that_cannot_be_read_never_reaches_the_rules(string action, string body, int status, string code) =>
        await RefusesAsync((await api.ReportAsync()).Id, action, body, status, code);

    [Fact]
    public async Task A_reason_of_more_than_four_thousand_characters_is_too_long()
    {
        var id = (await api.ReportAsync()).Id;

        var answer = await api.TryAsync(id, "forward", new { reason = new string('x', 4001) });

        Assert.Equal((400, "reason_too_long"), (answer.Number, answer.Code));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("\"1\", \"2\"")]
    [InlineData("\"-1\"")]
    public async Task An_if_match_that_is_no_version_is_malformed(string ifMatch)
    {
        var id = (await api.ReportAsync()).Id;

        var answer = await api.TryAsync(id, "accept", null, ("If-Match", ifMatch));

        Assert.Equal((400, "if_match_malformed"), (answer.Number, answer.Code));
    }

    private async Task RefusesAsync(string id, string action, string body, int status, string code)
    {
        var before = await api.GetAsync($"/v1/incidents/{id}");

        var answer = await api.PostTextAsync($"/v1/incidents/{id}/{action}", body);

        Assert.Equal((status, code), (answer.Number, answer.Code));
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Equal(before.Text, (await api.GetAsync($"/v1/incidents/{id}")).Text);
    }
}
