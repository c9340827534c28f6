using GridActors.ApiHost.Open311;

namespace GridActors.Api.Tests.Open311;

/// <summary>What comes in as a form.</summary>
public sealed class Open311ReportTests(Open311Api api)
{
    [Fact]
    public async Task A_report_by_open311_is_accepted_and_closed_by_the_api_and_seen_closed_by_open311()
    {
        var code = await api.ReportByFormAsync();
        var id = await api.IdOfAsync(code);
        var open = await api.ReadAsync($"/requests/{code}.json");
        Assert.Equal(("open", Demo.TownshipItem, Demo.Grid), (open.First("status"), open.First("service_code"), open.First("address_id")));

        await api.DoAsync(id, "accept");
        var accepted = await api.GetAsync($"/v1/incidents/{id}");
        Assert.Equal(accepted.Read("handleDueAt"), (await api.ReadAsync($"/requests/{code}.json")).First("expected_datetime"));
        await api.DoAsync(id, "result", new { result = "Lid is back." });
        await api.DoAsync(id, "close");

        var closed = await api.ReadAsync($"/requests/{code}.json");
        Assert.Equal(("closed", "已办结。Lid is back."), (closed.First("status"), closed.First("status_notes")));
        Assert.Equal((await api.GetAsync($"/v1/incidents/{id}")).Read("closedAt"), closed.First("updated_datetime"));
        Assert.Equal("open311", accepted.Read("channel"));
        Assert.DoesNotContain(id, closed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Personal_fields_are_taken_and_kept_nowhere()
    {
        var code = await api.ReportByFormAsync(
            Demo.TownshipItem,
            ("email", "wang@example.org"),
            ("first_name", "Wang"),
            ("last_name", "Xiaoming"),
            ("phone", "13912345678"),
            ("device_id", "device-4711"),
            ("account_id", "account-4712"),
            ("media_url", "https://example.org/lid-4713.jpg"),
            ("attribute[size]", "large"));

        var id = await api.IdOfAsync(code);
        var known = string.Concat(
            (await api.GetAsync($"/v1/incidents/{id}")).Text,
            (await api.GetAsync($"/v1/incidents/{id}/timeline")).Text,
            (await api.ReadAsync($"/requests/{code}.json?extensions=true&api_key={Open311Api.CountyKey}")).Text);
        foreach (var personal in new[] { "wang@", "Wang", "Xiaoming", "13912345678", "4711", "4712", "4713" })
        {
            Assert.DoesNotContain(personal, known, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_location_finds_its_grid()
    {
        var answer = await PostAsync(("service_code", Demo.TownshipItem), ("lat", "44.05"), ("long", "83.02"), ("description", "井盖缺失"));

        var request = await api.ReadAsync($"/requests/{answer.First("service_request_id")}.json");
        Assert.Equal((Demo.Grid, "44.05", "83.02"), (request.First("address_id"), request.First("lat"), request.First("long")));
        Assert.Equal("春晖社区一号网格, 春晖社区, 云渡街道, 云渡县", request.First("address"));
    }

    [Fact]
    public async Task An_address_alone_goes_to_the_unmatched_queue_of_the_county_and_stands_in_the_description()
    {
        var answer = await PostAsync(("service_code", Demo.TownshipItem), ("address_string", "Behind the school"), ("description", "A lid is missing."));

        var incident = await api.GetAsync($"/v1/incidents/{await api.IdOfAsync(answer.First("service_request_id"))}");
        Assert.Equal((Demo.County, "county"), (incident.Read("holder", "divisionCode"), incident.Read("holder", "tier")));
        Assert.Equal("A lid is missing.\n地址 / Address: Behind the school", incident.Read("description"));
        Assert.Equal("place_unmatched", incident.Json.GetProperty("why")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public async Task Without_a_description_the_name_of_the_service_stands_in()
    {
        var answer = await PostAsync(("service_code", Demo.TownshipItem), ("address_id", Demo.Grid));

        var incident = await api.GetAsync($"/v1/incidents/{await api.IdOfAsync(answer.First("service_request_id"))}");
        Assert.Equal("井盖丢失、错位或裂开", incident.Read("description"));
    }

    [Fact]
    public async Task An_item_that_is_not_on_the_list_is_not_found_and_the_refusal_is_recorded()
    {
        var before = (await api.GetAsync("/v1/refusals")).Items.Count();

        var unknown = await PostAsync(("service_code", "9998"), ("address_id", Demo.Grid), ("description", "Mow my lawn"));
        var malformed = await PostAsync(("service_code", "lawn"), ("address_id", Demo.Grid), ("description", "Mow my lawn"));

        Assert.Equal((404, "service_code 9998 was not found."), (unknown.Number, unknown.First("description")));
        Assert.Equal((404, "service_code lawn was not found."), (malformed.Number, malformed.First("description")));
        var refusals = (await api.GetAsync("/v1/refusals")).Items.ToList();
        Assert.Equal(before + 1, refusals.Count);
        Assert.Contains("open311", refusals[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "service_code was not provided.")]
    [InlineData("service_code=0101&description=x", "A place is needed")]
    [InlineData("service_code=0101&lat=44", "lat is a number from -90 to 90")]
    [InlineData("service_code=0101&lat=here&long=there", "lat is a number from -90 to 90")]
    [InlineData("service_code=0101&address_id=12", "address_id: A grid code has fifteen digits")]
    [InlineData("service_code=0101&address_id=652390001001777", "address_id: There is no grid 652390001001777.")]
    [InlineData("service_code=0101&address_id=652390001001001&description=a%01b", "description has characters that are no text.")]
    [InlineData("service_code=0101&address_id=652390001001001&description=a%00b", "The form cannot be read")]
    [InlineData("service_code=0101&service_code=0102&address_id=652390001001001", "service_code is there more than once.")]
    [InlineData("service_code=0101&address_id=652390001001001&media_url=javascript:alert(1)", "media_url is an https address.")]
    public async Task What_is_wrong_is_said(string form, string description)
    {
        var answer = await SendAsync($"api_key={Open311Api.AppKey}&{form}");

        Assert.True(answer.Number == 400, answer.Text);
        Assert.Equal("400", answer.First("code"));
        Assert.Contains(answer.Rows(), e => e.GetProperty("description").GetString()!.StartsWith(description, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_description_of_more_than_4000_characters_is_refused_and_one_of_4000_is_taken()
    {
        var most = await PostAsync(("service_code", Demo.TownshipItem), ("address_id", Demo.Grid), ("description", new string('水', 4_000)));
        var more = await PostAsync(("service_code", Demo.TownshipItem), ("address_id", Demo.Grid), ("description", new string('水', 4_001)));

        Assert.Equal((200, 400), (most.Number, more.Number));
    }

    [Fact]
    public async Task A_place_outside_the_jurisdiction_is_refused_and_an_unknown_jurisdiction_is_not_found()
    {
        var unknown = await PostAsync(("jurisdiction_id", "652301000000"), ("service_code", Demo.TownshipItem), ("address_id", Demo.Grid));
        var township = await api.ReadAsync($"/services.json?jurisdiction_id={Demo.Township}");

        Assert.Equal((404, "jurisdiction_id 652301000000 was not found."), (unknown.Number, unknown.First("description")));
        Assert.Equal(404, township.Number);
    }

    [Fact]
    public async Task A_key_is_needed_in_the_form_or_in_the_query_and_has_to_be_one()
    {
        var without = await SendAsync($"service_code={Demo.TownshipItem}&address_id={Demo.Grid}");
        var wrong = await SendAsync($"api_key=stolen&service_code={Demo.TownshipItem}&address_id={Demo.Grid}");
        var inQuery = await SendAsync($"service_code={Demo.TownshipItem}&address_id={Demo.Grid}", $"?api_key={Open311Api.AppKey}");

        Assert.Equal((403, "api_key was not provided."), (without.Number, without.First("description")));
        Assert.Equal((403, "api_key is not valid."), (wrong.Number, wrong.First("description")));
        Assert.Equal(200, inQuery.Number);
    }

    [Fact]
    public void A_key_is_required_unless_the_configuration_says_otherwise() => Assert.True(new Open311Options().RequiresApiKey);

    private Task<ApiAnswer> PostAsync(params (string Name, string Value)[] fields) =>
        api.PostFormAsync("/requests.json", [("api_key", Open311Api.AppKey), .. fields]);

    private async Task<ApiAnswer> SendAsync(string form, string query = "")
    {
        using var content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        return await api.AsNobody().SendAsync(HttpMethod.Post, $"{Open311Client.Base}/requests.json{query}", content);
    }
}
