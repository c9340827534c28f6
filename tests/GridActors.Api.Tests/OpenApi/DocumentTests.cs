using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;

namespace GridActors.Api.Tests.OpenApi;

public sealed partial class DocumentTests(ApiFixture api)
{
    private readonly HashSet<string> _withoutBody = ["accept", "start", "close", "resume", "supervise", "unmerge"];

    [Fact]
    public async Task The_document_is_openapi_3_1_and_lists_every_route_of_version_1()
    {
        var document = (await api.GetAsync("/openapi/v1.json")).Json;

        var documented = Operations(document).Select(o => $"{o.Method} {o.Path}").Order().ToList();
        var mapped = api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/v1/", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods, (e, m) => $"{m} {e.RoutePattern.RawText!.TrimEnd('/')}")
            .Order().ToList();
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.True(mapped.Count > 20, "The routes were not found.");
        Assert.Equal(mapped, documented);
    }

    [Fact]
    public async Task Every_operation_has_a_name_a_summary_and_typed_answers()
    {
        var operations = Operations((await api.GetAsync("/openapi/v1.json")).Json).ToList();

        Assert.Equal(operations.Count, operations.Select(o => o.Operation.GetProperty("operationId").GetString()).Distinct().Count());
        Assert.All(operations, o =>
        {
            Assert.False(string.IsNullOrWhiteSpace(o.Operation.GetProperty("summary").GetString()), o.Path);
            var responses = o.Operation.GetProperty("responses");
            var done = responses.TryGetProperty("200", out var ok) ? ok : responses.GetProperty("201");
            Assert.True(done.GetProperty("content").GetProperty("application/json").GetProperty("schema").TryGetProperty("$ref", out _), o.Path);
            Assert.Equal(
                "#/components/schemas/Problem",
                responses.GetProperty("500").GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString());
        });
    }

    [Fact]
    public async Task Every_parameter_is_described_and_has_a_type()
    {
        var operations = Operations((await api.GetAsync("/openapi/v1.json")).Json);

        var parameters = operations.Where(o => o.Operation.TryGetProperty("parameters", out _))
            .SelectMany(o => o.Operation.GetProperty("parameters").EnumerateArray(), (o, p) => (o.Path, Parameter: p)).ToList();

        Assert.Contains(parameters, p => p.Parameter.GetProperty("name").GetString() == "cursor");
        Assert.All(parameters, p =>
        {
            Assert.True(p.Parameter.TryGetProperty("description", out _), $"{p.Path} {p.Parameter}");
            Assert.True(p.Parameter.GetProperty("schema").TryGetProperty("type", out _), $"{p.Path} {p.Parameter}");
        });
    }

    [Fact]
    public async Task Headers_of_answers_are_described()
    {
        var reports = (await api.GetAsync("/openapi/v1.json")).Json.GetProperty("paths").GetProperty("/v1/incidents");

        var created = reports.GetProperty("post").GetProperty("responses").GetProperty("201").GetProperty("headers");
        var listed = reports.GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("headers");
        Assert.Equal(["ETag", "Location"], created.EnumerateObject().Select(h => h.Name).Order());
        Assert.Equal(["Link"], listed.EnumerateObject().Select(h => h.Name));
    }

    [Fact]
    public async Task Bodies_are_needed_where_they_have_fields_that_are_needed()
    {
        var operations = Operations((await api.GetAsync("/openapi/v1.json")).Json).Where(o => o.Operation.TryGetProperty("requestBody", out _)).ToList();

        Assert.All(operations, o =>
        {
            var isNeeded = o.Operation.GetProperty("requestBody").TryGetProperty("required", out var required) && required.GetBoolean();
            Assert.Equal(!_withoutBody.Contains(o.Path.Split('/')[^1]), isNeeded);
        });
    }

    [Fact]
    public async Task Every_property_of_every_schema_has_a_type()
    {
        var schemas = (await api.GetAsync("/openapi/v1.json")).Json.GetProperty("components").GetProperty("schemas");

        var untyped = schemas.EnumerateObject()
            .Where(s => s.Value.TryGetProperty("properties", out _))
            .SelectMany(s => s.Value.GetProperty("properties").EnumerateObject(), (s, p) => (Name: $"{s.Name}.{p.Name}", Schema: p.Value))
            .Concat(schemas.EnumerateObject().Select(s => (s.Name, Schema: s.Value)))
            .Where(s => !HasType(s.Schema))
            .Select(s => s.Name);

        Assert.Empty(untyped);
    }

    [Fact]
    public async Task Every_body_and_every_answer_has_an_example_that_is_one()
    {
        var document = await ApiDocument.ParseAsync((await api.GetAsync("/openapi/v1.json")).Text);

        document.CheckExamples();
    }

    [Theory]
    [InlineData(418, "application/json", "{}")]
    [InlineData(200, "text/plain", "a division")]
    [InlineData(200, "application/json", "{}")]
    [InlineData(200, "application/json", """{"items":[],"extra":1}""")]
    [InlineData(404, "application/json", "{}")]
    public async Task An_answer_that_the_document_does_not_describe_fails_the_test_that_got_it(int status, string mediaType, string text)
    {
        var document = await ApiDocument.ParseAsync((await api.GetAsync("/openapi/v1.json")).Text);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/v1/divisions");
        using var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(text, Encoding.UTF8, mediaType) };

        await Assert.ThrowsAnyAsync<XunitException>(() => document.CheckAsync(request, response));
    }

    [Fact]
    public async Task Every_operation_says_who_may_call_it_and_how_it_refuses()
    {
        var document = (await api.GetAsync("/openapi/v1.json")).Json;

        Assert.Equal(["key", "token"], document.GetProperty("components").GetProperty("securitySchemes").EnumerateObject().Select(s => s.Name).Order());
        Assert.All(Operations(document), o =>
        {
            var security = o.Operation.GetProperty("security").GetArrayLength();
            var responses = o.Operation.GetProperty("responses");
            Assert.True(responses.TryGetProperty("429", out var limited) && responses.TryGetProperty("503", out _) && responses.TryGetProperty("401", out _), o.Path);
            Assert.True(limited.GetProperty("headers").TryGetProperty("Retry-After", out _), o.Path);
            Assert.Equal(security > 0, responses.TryGetProperty("403", out _));
        });
        Assert.All(document.GetProperty("tags").EnumerateArray(), t => Assert.NotEmpty(t.GetProperty("description").GetString()!));
    }

    [Fact]
    public async Task The_page_is_shown_and_loads_nothing_from_outside()
    {
        var page = await api.GetAsync("/docs");

        Assert.Equal(200, page.Number);
        Assert.Equal("text/html", page.MediaType);
        Assert.DoesNotMatch(OutsideAddress(), page.Text);
        var policy = Assert.Single(page.Response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.All(ScriptAddress().Matches(page.Text).Select(m => m.Groups[1].Value), s => Assert.DoesNotContain(':', s));
    }

    [Fact]
    public async Task The_scripts_of_the_page_come_from_here()
    {
        var page = await api.GetAsync("/docs");

        var scripts = ScriptAddress().Matches(page.Text).Select(m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(scripts);
        foreach (var script in scripts)
        {
            var answer = await api.GetAsync($"/docs/{script}");
            Assert.Equal(200, answer.Number);
        }
    }

    private static bool HasType(JsonElement schema) =>
        schema.TryGetProperty("$ref", out _) || schema.TryGetProperty("oneOf", out _)
        || (schema.TryGetProperty("type", out var type) && (type.ToString() != "array" || schema.TryGetProperty("items", out _)));

    private static IEnumerable<(string Method, string Path, JsonElement Operation)> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject(), (p, o) => (o.Name.ToUpperInvariant(), p.Name, o.Value));

    [GeneratedRegex("(https?:)?//[a-z]")]
    private static partial Regex OutsideAddress();

    [GeneratedRegex("<script[^>]* src=\"([^\"]+)\"")]
    private static partial Regex ScriptAddress();
}
