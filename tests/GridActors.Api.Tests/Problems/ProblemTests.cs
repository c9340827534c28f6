using System.Net.Http.Headers;
using System.Text;

namespace GridActors.Api.Tests.Problems;

public sealed class ProblemTests(ApiFixture api)
{
    [Theory]
    [InlineData("{", "malformed_json")]
    [InlineData("nonsense", "malformed_json")]
    [InlineData("{\"itemCode\":\"0101\"} trailing", "malformed_json")]
    [InlineData("{\"itemCode\":\"0101\",}", "malformed_json")]
    [InlineData("[]", "invalid_value")]
    [InlineData("\"text\"", "invalid_value")]
    [InlineData("{\"itemCode\":101}", "invalid_value")]
    [InlineData("{\"location\":\"here\"}", "invalid_value")]
    [InlineData("{\"location\":{\"lat\":\"44\",\"lon\":83}}", "invalid_value")]
    [InlineData("{\"location\":{\"lat\":NaN,\"lon\":83}}", "malformed_json")]
    [InlineData("{\"capturedAt\":\"yesterday\"}", "invalid_value")]
    [InlineData("{\"capturedAt\":\"2025-01-01T08:00:00\"}", "invalid_value")]
    [InlineData("{\"description\":\"\\ud800\"}", "invalid_value")]
    [InlineData("{\"description\":\"\\ud800 and \\ufffd\"}", "invalid_value")]
    [InlineData("{\"itemCode\":\"0101\",\"itemCode\":\"0102\"}", "invalid_value")]
    public async Task A_body_that_cannot_be_read_is_a_bad_request(string body, string code)
    {
        var answer = await api.PostTextAsync("/v1/incidents", body);

        IsProblem(answer, 400, code);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_a_bad_request()
    {
        byte[] body = [.. "{\"description\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        var answer = await api.SendAsync(HttpMethod.Post, "/v1/incidents", Json(body));

        Assert.Equal(400, answer.Number);
        Assert.Equal("application/problem+json", answer.MediaType);
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_is_named()
    {
        var answer = await api.PostTextAsync("/v1/incidents", """{"location":{"lat":"44","lon":83}}""");

        Assert.Equal("location.lat", answer.Json.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task A_report_without_anything_in_it_lacks_everything(string body)
    {
        var answer = await api.SendAsync(HttpMethod.Post, "/v1/incidents", Json(Encoding.UTF8.GetBytes(body)));

        IsProblem(answer, 400, "invalid_report");
        Assert.Equal(["item_code_malformed", "place_required", "description_required"], answer.ErrorCodes);
    }

    [Fact]
    public async Task A_body_of_more_than_64_kib_is_too_large()
    {
        var answer = await api.PostAsync("/v1/incidents", new { description = new string('x', 65 * 1024) });

        IsProblem(answer, 413, "body_too_large");
    }

    [Fact]
    public async Task A_body_that_is_no_json_has_the_wrong_media_type()
    {
        using var form = new FormUrlEncodedContent([new("itemCode", "0101")]);

        var answer = await api.SendAsync(HttpMethod.Post, "/v1/incidents", form);

        IsProblem(answer, 415, "unsupported_media_type");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/v2/incidents")]
    [InlineData("/v1/incidents/00000000-0000-7000-8000-000000000001/teleport")]
    public async Task An_address_that_is_not_there_is_not_found(string path) => IsProblem(await api.GetAsync(path), 404, "not_found");

    [Fact]
    public async Task A_method_that_an_address_does_not_take_is_refused_with_those_it_takes()
    {
        var answer = await api.SendAsync(HttpMethod.Delete, "/v1/incidents", null);

        IsProblem(answer, 405, "method_not_allowed");
        Assert.Equal(["GET", "POST"], answer.Response.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task A_problem_is_one_whatever_the_client_accepts()
    {
        var answer = await api.GetAsync("/v1/incidents/no-uuid", ("Accept", "text/html"));

        IsProblem(answer, 404, "unknown_incident");
    }

    private static ByteArrayContent Json(byte[] body) => new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static void IsProblem(ApiAnswer answer, int status, string code)
    {
        Assert.True(answer.Number == status, $"{answer.Number} {answer.Text}");
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Equal(code, answer.Code);
        Assert.Equal(status, answer.Json.GetProperty("status").GetInt32());
        Assert.Equal($"urn:gridactors:problem:{code}", answer.Read("type"));
        Assert.Equal(answer.Response.RequestMessage!.RequestUri!.AbsolutePath, answer.Read("instance"));
        Assert.NotEmpty(answer.Read("title"));
        Assert.NotEmpty(answer.Read("detail"));
        Assert.Matches("^[0-9a-f]{32}$", answer.Read("traceId"));
    }
}
