namespace GridActors.Api.Tests.Incidents;

/// <summary>Complaints and appeals go past whom they are about (Art. 16, 23).</summary>
public sealed class OversightTests(ApiFixture api)
{
    private const string Complaint = "1201";
    private const string Appeal = "1202";

    [Fact]
    public async Task A_complaint_goes_to_the_county_and_the_worker_never_sees_it()
    {
        var answer = await api.PostAsync("/v1/incidents", new { itemCode = Complaint, about = new { workerId = Demo.Worker }, description = "Never came." });

        Assert.True(answer.Number == 201, answer.Text);
        Assert.Equal((Demo.County, "oversight"), (answer.Read("holder", "divisionCode"), answer.Json.GetProperty("why")[0].GetProperty("rule").GetString()));
        foreach (var below in new[] { Demo.Grid, Demo.Village, Demo.Township })
        {
            Assert.DoesNotContain(answer.Id, await IdsUnderAsync(below, Complaint));
        }

        Assert.Contains(answer.Id, await IdsUnderAsync(Demo.County, Complaint));
        var reported = (await api.GetAsync($"/v1/incidents/{answer.Id}/timeline")).Items.First().GetProperty("data");
        Assert.Empty(reported.GetProperty("onDuty").EnumerateArray());
        Assert.Equal("not_below_holder", (await api.TryAsync(answer.Id, "send-down", new { tier = "township" })).Code);
    }

    [Fact]
    public async Task An_appeal_goes_to_the_tier_above_the_one_that_held_it()
    {
        var about = (await api.ReportAsync()).Id;
        await api.DoAsync(about, "on-spot", new { workerId = Demo.Worker, result = "Nothing to do." });

        var appeal = await api.PostAsync("/v1/incidents", new { itemCode = Appeal, about = new { incidentId = about }, description = "It was not looked at." });

        Assert.True(appeal.Number == 201, appeal.Text);
        Assert.Equal(Demo.County, appeal.Read("holder", "divisionCode"));
        Assert.DoesNotContain(appeal.Id, await IdsUnderAsync(Demo.Township, Appeal));
        var accepted = await api.DoAsync(appeal.Id, "accept");
        Assert.Equal("accepted", accepted.Read("phase"));
    }

    [Fact]
    public async Task Whom_it_is_about_has_to_be_known_and_the_item_has_to_fit()
    {
        Assert.Equal((422, "unknown_worker"), Error(await api.PostAsync("/v1/incidents", new { itemCode = Complaint, about = new { workerId = "nobody-1" }, description = "x" })));
        Assert.Equal((422, "unknown_incident"), Error(await api.PostAsync("/v1/incidents", new { itemCode = Appeal, about = new { incidentId = "x" }, description = "x" })));
        Assert.Equal((400, "about_needs_one"), Error(await api.PostAsync("/v1/incidents", new { itemCode = Appeal, about = new { }, description = "x" })));
        var wrongItem = await api.PostAsync("/v1/incidents", new { itemCode = Demo.TownshipItem, about = new { workerId = Demo.Worker }, description = "x" });
        Assert.Equal((422, "not_oversight"), (wrongItem.Number, wrongItem.Code));
    }

    private static (int Status, string Code) Error(ApiAnswer answer) => (answer.Number, answer.ErrorCodes.Single());

    private async Task<List<string?>> IdsUnderAsync(string place, string item) =>
        [.. (await api.GetAsync($"/v1/incidents?under={place}&item={item}&limit=200")).Items.Select(i => i.GetProperty("id").GetString())];
}
