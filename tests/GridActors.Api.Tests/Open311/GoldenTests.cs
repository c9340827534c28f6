namespace GridActors.Api.Tests.Open311;

/// <summary>Every call in both formats, as the files in <c>Golden</c> have it.</summary>
public sealed class GoldenTests(Open311Api api)
{
    public static TheoryData<string> Formats => ["xml", "json"];

    [Theory]
    [MemberData(nameof(Formats))]
    public Task Discovery(string format) => ReadsAsync("/discovery", "discovery", format);

    [Theory]
    [MemberData(nameof(Formats))]
    public Task Services(string format) => ReadsAsync("/services", "services", format);

    [Theory]
    [MemberData(nameof(Formats))]
    public Task Services_in_english(string format) => ReadsAsync("/services", "services-en", format, $"?jurisdiction_id={Demo.County}", ("Accept-Language", "en"));

    [Theory]
    [MemberData(nameof(Formats))]
    public Task A_service_definition(string format) => ReadsAsync($"/services/{Demo.TownshipItem}", "service-definition", format);

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_report(string format)
    {
        var answer = await api.PostFormAsync(
            $"/requests.{format}",
            ("api_key", Open311Api.AppKey),
            ("jurisdiction_id", Demo.County),
            ("service_code", Demo.TownshipItem),
            ("lat", "44.05"),
            ("long", "83.02"),
            ("description", "井盖缺失"));

        await IsGoldenAsync(answer, 200, "report", format);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_token(string format) => await ReadsAsync($"/tokens/{await api.ReportByFormAsync()}", "token", format);

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task An_open_request(string format)
    {
        var code = await api.ReportByFormAsync(Demo.TownshipItem, ("lat", "44.05"), ("long", "83.02"));

        await ReadsAsync($"/requests/{code}", "request-open", format);
        await ReadsAsync($"/requests/{code}", "request-open-en", format, "", ("Accept-Language", "en-GB, zh;q=0.5"));
        await ReadsAsync($"/requests/{code}", "request-open-county", format, $"?api_key={Open311Api.CountyKey}");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_closed_request_with_extensions(string format)
    {
        var code = await CloseAsync(Demo.TownshipItem);

        await ReadsAsync($"/requests/{code}", "request-closed", format, "?extensions=true");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Requests(string format)
    {
        // Each format has an item of its own, so that the list has nothing of the other one.
        var item = format == "xml" ? "0102" : "0103";
        var closed = await CloseAsync(item);
        var open = await api.ReportByFormAsync(item);

        await ReadsAsync("/requests", "requests", format, $"?service_code={item}&api_key={Open311Api.CountyKey}");
        await ReadsAsync("/requests", "requests-by-id", format, $"?service_request_id={open},{closed},0000-0000-0000&service_code=nonsense");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Updates(string format)
    {
        var code = await CloseAsync(Demo.TownshipItem);

        await ReadsAsync("/servicerequestupdates", "updates", format, $"?service_request_id={code}", ("Accept-Language", "en"));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_posted_update(string format)
    {
        var code = await api.ReportByFormAsync();

        var answer = await api.PostFormAsync(
            $"/servicerequestupdates.{format}",
            ("api_key", Open311Api.AppKey),
            ("service_request_id", code),
            ("update_id", "17"),
            ("updated_datetime", "2025-01-01T00:00:00Z"),
            ("status", "OPEN"),
            ("description", "It is still missing."));

        await IsGoldenAsync(answer, 200, "update-posted", format);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Errors(string format)
    {
        await IsGoldenAsync(await api.PostFormAsync($"/requests.{format}", ("service_code", Demo.TownshipItem)), 403, "error-403", format);
        await IsGoldenAsync(await api.ReadAsync($"/services/9999.{format}"), 404, "error-404", format);
        var wrong = await api.PostFormAsync(
            $"/requests.{format}", ("api_key", Open311Api.AppKey), ("service_code", Demo.TownshipItem), ("lat", "91"), ("media_url", "http://example.org/lid.jpg"), ("email", "a\u0001b"));
        await IsGoldenAsync(wrong, 400, "error-400", format);
    }

    private async Task<string> CloseAsync(string item)
    {
        var code = await api.ReportByFormAsync(item);
        var id = await api.IdOfAsync(code);
        await api.DoAsync(id, "accept");
        await api.DoAsync(id, "result", new { result = "Lid is back." });
        await api.DoAsync(id, "close");
        return code;
    }

    private async Task ReadsAsync(string path, string name, string format, string query = "", params (string Name, string Value)[] headers) =>
        await IsGoldenAsync(await api.ReadAsync($"{path}.{format}{query}", headers), 200, name, format);

    private static async Task IsGoldenAsync(ApiAnswer answer, int status, string name, string format)
    {
        Assert.True(answer.Number == status, $"{answer.Number} {answer.Text}");
        Assert.Equal(format == "xml" ? "text/xml; charset=utf-8" : "application/json; charset=utf-8", answer.Response.Content.Headers.ContentType!.ToString());
        if (format == "xml")
        {
            Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n", answer.Text, StringComparison.Ordinal);
            Assert.NotNull(answer.Xml().Root);
        }

        await answer.MatchesAsync($"{name}.{format}");
    }
}
