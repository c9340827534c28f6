using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;

namespace GridActors.Api.Tests.OpenApi;

/// <summary>The OpenAPI document, as something to hold answers against. Stricter than it says: a field that it does not name is a mistake.</summary>
internal sealed class ApiDocument
{
    private const string Reference = "#/components/schemas/";
    private const string Definition = "#/definitions/";

    private readonly List<(string Method, Regex Path, int Parameters, JsonNode Operation)> _operations;
    private readonly JsonSchema _schemas;

    private ApiDocument(JsonNode document, JsonSchema schemas)
    {
        _schemas = schemas;
        _operations = [.. document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject(), (p, o) => (o.Key.ToUpperInvariant(), PatternOf(p.Key), p.Key.Count(c => c == '{'), o.Value!))];
    }

    public static async Task<ApiDocument> ParseAsync(string json)
    {
        var schemas = JsonNode.Parse(json)!["components"]!["schemas"]!;
        Close(schemas);
        var definitions = new JsonObject { ["definitions"] = schemas.DeepClone() }.ToJsonString().Replace(Reference, Definition, StringComparison.Ordinal);
        return new ApiDocument(JsonNode.Parse(json)!, await JsonSchema.FromJsonAsync(definitions));
    }

    /// <summary>Nothing where no operation is at the address: the router answered.</summary>
    public async Task CheckAsync(HttpRequestMessage request, HttpResponseMessage response)
    {
        var path = request.RequestUri!.AbsolutePath.TrimEnd('/');
        var operation = _operations.Where(o => o.Method == request.Method.Method && o.Path.IsMatch(path)).OrderBy(o => o.Parameters).FirstOrDefault().Operation;
        if (operation is null)
        {
            return;
        }

        var call = $"{request.Method} {path}";
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        var answer = operation["responses"]![status];
        Assert.True(answer is not null, $"{call} answered {status}, which the document does not have: {await response.Content.ReadAsStringAsync()}");
        var text = await response.Content.ReadAsStringAsync();
        if (text.Length == 0)
        {
            return;
        }

        var mediaType = response.Content.Headers.ContentType?.MediaType;
        var content = mediaType is null ? null : answer["content"]?[mediaType];
        Assert.True(content is not null, $"{call} answered {status} as {mediaType}, which the document does not have.");
        if (mediaType!.EndsWith("json", StringComparison.Ordinal))
        {
            Check(text, content["schema"]!, $"{call} {status}");
        }
    }

    /// <summary>Every example of a body or an answer, where it stands.</summary>
    public void CheckExamples()
    {
        foreach (var (method, path, _, operation) in _operations)
        {
            var contents = operation["responses"]!.AsObject().Select(r => r.Value!["content"]).Append(operation["requestBody"]?["content"]);
            foreach (var media in contents.Where(c => c is not null).SelectMany(c => c!.AsObject()).Where(m => m.Key.EndsWith("json", StringComparison.Ordinal)))
            {
                var example = media.Value!["example"];
                Assert.True(example is not null, $"{method} {path} has no example of {media.Value["schema"]!.ToJsonString()}.");
                Check(example.ToJsonString(), media.Value["schema"]!, $"The example of {method} {path}");
            }
        }
    }

    private void Check(string json, JsonNode schema, string what)
    {
        var reference = (string?)schema["$ref"];
        Assert.True(reference?.StartsWith(Reference, StringComparison.Ordinal), $"{what} has a schema of its own: {schema.ToJsonString()}");
        var errors = _schemas.Definitions[reference![Reference.Length..]].Validate(json);
        Assert.True(errors.Count == 0, $"{what}: {string.Join("; ", errors.Select(e => $"{e.Path} {e.Kind}"))} in {json}");
    }

    private static Regex PatternOf(string path) => new($"^{Regex.Replace(Regex.Escape(path), @"\\\{[^}]+}", "[^/]+")}$", RegexOptions.CultureInvariant);

    /// <summary>An object has the fields that are named, and no others.</summary>
    private static void Close(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Close(item);
            }
        }
        else if (node is JsonObject schema)
        {
            foreach (var (_, value) in schema.ToList())
            {
                Close(value);
            }

            if (schema.ContainsKey("properties") && schema["properties"] is JsonObject && !schema.ContainsKey("additionalProperties"))
            {
                schema["additionalProperties"] = false;
            }
        }
    }
}
