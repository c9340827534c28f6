namespace GridActors.Api.Tests.Open311;

/// <summary>Below Open311's root every error has the form of its specification, whoever found it, and is never a problem.</summary>
public sealed class Open311ErrorTests(Open311Api api)
{
    [Theory]
    [InlineData("/open311")]
    [InlineData("/open311/v3/services")]
    [InlineData("/open311/v2/nothing")]
    [InlineData("/open311/v2/services.html")]
    [InlineData("/open311/v2/requests/0000-0000-0000.html")]
    public async Task An_address_that_is_not_there_is_not_found(string path) => IsXml(await api.GetAsync(path), 404);

    [Fact]
    public async Task A_method_that_an_address_does_not_take_is_a_bad_request() =>
        IsXml(await api.SendAsync(HttpMethod.Delete, "/open311/v2/services.xml", null), 400);

    [Fact]
    public async Task A_body_over_the_limit_is_too_large()
    {
        var answer = await api.PostFormAsync("/requests.json", ("api_key", Open311Api.AppKey), ("description", new string('x', 65 * 1024)));

        Assert.Equal((413, "413"), (answer.Number, answer.First("code")));
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_a_bad_request()
    {
        using var xml = new StringContent("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", System.Text.Encoding.UTF8, "text/xml");
        using var parts = new MultipartFormDataContent { { new StringContent(Demo.TownshipItem), "service_code" } };

        IsXml(await api.SendAsync(HttpMethod.Post, "/open311/v2/requests.xml", xml), 400);
        IsXml(await api.SendAsync(HttpMethod.Post, "/open311/v2/requests.xml", parts), 400);
        IsXml(await api.SendAsync(HttpMethod.Post, "/open311/v2/requests.xml", null), 400);
    }

    [Fact]
    public async Task A_form_of_too_many_fields_is_a_bad_request()
    {
        var fields = Enumerable.Range(0, 1_100).Select(i => ($"attribute[{i}]", "x")).ToArray();

        Assert.Equal(400, (await api.PostFormAsync("/requests.json", fields)).Number);
    }

    [Theory]
    [InlineData("", null, "text/xml")]
    [InlineData("", "application/json", "application/json")]
    [InlineData("", "text/html, application/json;q=0.9, text/xml;q=0.5", "application/json")]
    [InlineData("", "application/json, text/xml", "text/xml")]
    [InlineData("", "*/*", "text/xml")]
    [InlineData("", "nonsense", "text/xml")]
    [InlineData(".json", "text/xml", "application/json")]
    [InlineData(".xml", "application/json", "text/xml")]
    public async Task The_ending_chooses_the_format_and_without_one_the_client(string ending, string? accept, string mediaType)
    {
        (string, string)[] headers = accept is null ? [] : [("Accept", accept)];

        Assert.Equal(mediaType, (await api.ReadAsync($"/discovery{ending}", headers)).MediaType);
        Assert.Equal(mediaType, (await api.ReadAsync($"/services/9999{ending}", headers)).MediaType);
    }

    [Theory]
    [InlineData(null, "zh")]
    [InlineData("fr", "zh")]
    [InlineData("en", "en")]
    [InlineData("fr, en-US;q=0.8, zh;q=0.5", "en")]
    [InlineData("en;q=0, zh-CN;q=0.1", "zh")]
    public async Task Names_are_in_the_language_that_the_client_likes_best(string? accept, string language)
    {
        var answer = await api.ReadAsync("/services.json", accept is null ? [] : [("Accept-Language", accept)]);

        Assert.Equal([language], answer.Response.Content.Headers.ContentLanguage);
        Assert.Equal(language == "en" ? "Manhole without a sound cover" : "井盖丢失、错位或裂开", answer.First("service_name"));
        Assert.Equal(["Accept", "Accept-Language"], answer.Response.Headers.Vary);
    }

    [Fact]
    public async Task The_rest_of_the_api_goes_on_with_problems()
    {
        Assert.Equal("application/problem+json", (await api.GetAsync("/v1/incidents/no-uuid")).MediaType);
        Assert.Equal("application/problem+json", (await api.GetAsync("/open311x")).MediaType);
    }

    private static void IsXml(ApiAnswer answer, int status)
    {
        Assert.True(answer.Number == status, $"{answer.Number} {answer.Text}");
        Assert.Equal("text/xml", answer.MediaType);
        var errors = answer.Xml().Root!;
        Assert.Equal("errors", errors.Name.LocalName);
        Assert.All(errors.Elements("error"), e => Assert.Equal(status.ToString(System.Globalization.CultureInfo.InvariantCulture), e.Element("code")!.Value));
        Assert.All(errors.Elements("error"), e => Assert.NotEmpty(e.Element("description")!.Value));
        Assert.NotEmpty(errors.Elements());
    }
}
