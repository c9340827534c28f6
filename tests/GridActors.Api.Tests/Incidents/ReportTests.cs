using System.Text.Json;

namespace GridActors.Api.Tests.Incidents;

public sealed class ReportTests(ApiFixture api)
{
    [Fact]
    public async Task A_report_is_answered_with_the_incident_at_the_post_that_has_to_act()
    {
        var answer = await api.PostAsync("/v1/incidents", new
        {
            itemCode = Demo.TownshipItem,
            gridCode = Demo.Grid,
            description = "A lid is missing.",
            channel = "hotline",
            capturedAt = "2025-01-01T08:00:00.500+08:00",
            reportedBy = Demo.Worker,
        });

        Assert.Equal(201, answer.Number);
        Assert.Equal($"/v1/incidents/{answer.Id}", answer.Response.Headers.Location?.ToString());
        Assert.Equal("\"1\"", answer.ETag);
        Assert.Equal("reported", answer.Read("phase"));
        Assert.Equal("S2", answer.Read("severity"));
        Assert.Equal("township", answer.Read("holder", "tier"));
        Assert.Equal(Demo.Township, answer.Read("holder", "divisionCode"));
        Assert.Equal("2025-01-01T00:00:00.500Z", answer.Read("capturedAt"));
        Assert.Equal(TimeSpan.FromMinutes(15), answer.Json.GetProperty("acceptDueAt").GetDateTimeOffset() - answer.Json.GetProperty("reportedAt").GetDateTimeOffset());
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", answer.Read("trackingCode"));
    }

    [Fact]
    public async Task An_incident_has_every_field_also_those_that_are_null()
    {
        var answer = await api.ReportAsync();

        string[] expected =
        [
            "id", "trackingCode", "phase", "outcome", "itemCode", "catalogueVersion", "severity", "gridCode", "grids", "location",
            "description", "channel", "capturedAt", "reportedAt", "holder", "handler", "supervisor", "acceptDueAt", "handleDueAt",
            "provisional", "overdue", "acceptEscalations", "result", "closedAt", "version", "why",
            "tasks", "extension", "suspension", "rating", "mergedInto", "mergedFrom", "reopenings",
        ];
        Assert.Equal(expected, answer.Json.EnumerateObject().Select(p => p.Name));
        string[] expectedNulls = ["outcome", "location", "capturedAt", "handler", "supervisor", "handleDueAt", "result", "closedAt", "extension", "suspension", "rating", "mergedInto"];
        Assert.Equal(expectedNulls, answer.Json.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Null).Select(p => p.Name));
    }

    [Fact]
    public async Task The_incident_is_found_under_its_location_as_it_was_answered()
    {
        var reported = await api.ReportAsync();

        var found = await api.GetAsync(reported.Response.Headers.Location!.ToString());

        Assert.Equal(200, found.Number);
        Assert.Equal(reported.Text, found.Text);
        Assert.Equal(reported.ETag, found.ETag);
    }

    [Theory]
    [InlineData("井盖缺失，在学校门口 😀🇨🇳 — ‏مرحبا")]
    [InlineData("Robert'); DROP TABLE incident;--")]
    [InlineData("=HYPERLINK(\"http://example.invalid\")")]
    [InlineData("<script>alert(1)</script>\r\n\ttab")]
    [InlineData("a replacement \uFFFD character that was there before")]
    public async Task Text_is_kept_as_it_was_given(string description)
    {
        var reported = await api.PostAsync("/v1/incidents", new { itemCode = Demo.TownshipItem, gridCode = Demo.Grid, description });

        var found = await api.GetAsync($"/v1/incidents/{reported.Id}");

        Assert.Equal(description, reported.Read("description"));
        Assert.Equal(description, found.Read("description"));
    }

    [Fact]
    public async Task Four_thousand_characters_are_taken_however_they_are_escaped()
    {
        var escaped = string.Concat(Enumerable.Repeat("\\u4e95", 4000));

        var answer = await api.PostTextAsync("/v1/incidents", $$"""{"itemCode":"{{Demo.TownshipItem}}","gridCode":"{{Demo.Grid}}","description":"{{escaped}}"}""");

        Assert.Equal(201, answer.Number);
        Assert.Equal(new string('井', 4000), answer.Read("description"));
    }

    [Fact]
    public async Task Fields_that_nobody_knows_are_ignored()
    {
        var answer = await api.PostAsync("/v1/incidents", new { itemCode = Demo.TownshipItem, gridCode = Demo.Grid, description = "x", later = new { on = true } });

        Assert.Equal(201, answer.Number);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        var answer = await api.PostAsync("/v1/incidents", new { itemCode = "1", gridCode = "2", description = " ", channel = new string('c', 65), reportedBy = "张三" });

        Assert.Equal(400, answer.Number);
        Assert.Equal("invalid_report", answer.Code);
        Assert.Equal(
            ["item_code_malformed", "grid_code_malformed", "description_required", "channel_too_long", "reported_by_malformed"],
            answer.ErrorCodes);
    }

    [Theory]
    [InlineData("""{"gridCode":"652390001001001","description":"x"}""", 400, "item_code_malformed")]
    [InlineData("""{"itemCode":"0101","description":"x"}""", 400, "place_required")]
    [InlineData("""{"itemCode":"0101","location":{"lat":91,"lon":0},"description":"x"}""", 400, "location_out_of_range")]
    [InlineData("""{"itemCode":"0101","location":{"lat":1e999,"lon":0},"description":"x"}""", 400, "location_out_of_range")]
    [InlineData("""{"itemCode":"0101","location":{"lat":44.05},"description":"x"}""", 400, "location_out_of_range")]
    [InlineData("""{"itemCode":"0101","location":{},"description":"x"}""", 400, "location_out_of_range")]
    [InlineData("""{"itemCode":"0101","gridCode":"652390001001001","description":"a\u0000b"}""", 400, "description_not_text")]
    [InlineData("""{"itemCode":"0101","gridCode":"652390001001777","description":"x"}""", 422, "unknown_grid")]
    [InlineData("""{"itemCode":"9999","gridCode":"652390001001001","description":"x"}""", 422, "unknown_item")]
    public async Task A_report_that_cannot_be_taken_says_why(string body, int status, string code)
    {
        var answer = await api.PostTextAsync("/v1/incidents", body);

        Assert.Equal(status, answer.Number);
        Assert.Equal(code, answer.Code);
        Assert.Equal("application/problem+json", answer.MediaType);
    }

    [Fact]
    public async Task A_known_version_is_not_sent_again()
    {
        var reported = await api.ReportAsync();
        var path = $"/v1/incidents/{reported.Id}";

        var same = await api.GetAsync(path, ("If-None-Match", "\"7\", W/\"1\""));
        var other = await api.GetAsync(path, ("If-None-Match", "\"2\""));

        Assert.Equal(304, same.Number);
        Assert.Empty(same.Text);
        Assert.Equal("\"1\"", same.ETag);
        Assert.Equal(200, other.Number);
    }
}
