using System.Text.Json;

namespace GridActors.Process.Tests.Fuzz;

/// <summary>One operation of the OpenAPI document, or of Open311.</summary>
/// <param name="Body">The schema of its body; undefined where it takes none.</param>
/// <param name="Example">The document's example of its body; undefined where there is none.</param>
/// <param name="MediaType">Of its body.</param>
internal sealed record Operation(string Method, string Path, IReadOnlyList<JsonElement> Parameters, JsonElement Body, JsonElement Example, string MediaType)
{
    public const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";

    /// <summary>Open311 has a specification of its own and is not in the document.</summary>
    private const string Open311 = """
        {
          "/open311/v2/discovery.{format}": { "get": {} },
          "/open311/v2/services.{format}": { "get": {} },
          "/open311/v2/services/{service_code}.{format}": { "get": {} },
          "/open311/v2/requests.{format}": {
            "get": { "parameters": [
              { "name": "service_request_id", "in": "query" }, { "name": "service_code", "in": "query" }, { "name": "start_date", "in": "query" },
              { "name": "end_date", "in": "query" }, { "name": "status", "in": "query" }, { "name": "page", "in": "query" }, { "name": "page_size", "in": "query" } ] },
            "post": { "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": { "properties": {
              "service_code": {}, "lat": {}, "long": {}, "address_id": {}, "description": {}, "account_id": {}, "attribute[about]": {}, "jurisdiction_id": {} } } } } } }
          },
          "/open311/v2/requests/{trackingCode}.{format}": { "get": {} },
          "/open311/v2/tokens/{trackingCode}.{format}": { "get": {} },
          "/open311/v2/servicerequestupdates.{format}": {
            "get": { "parameters": [ { "name": "service_request_id", "in": "query" } ] },
            "post": { "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": { "properties": {
              "service_request_id": {}, "status": {}, "description": {} } } } } } }
          }
        }
        """;

    public static IReadOnlyList<Operation> AllOf(JsonElement document) =>
        [.. In(document.GetProperty("paths")), .. In(JsonSerializer.Deserialize<JsonElement>(Open311))];

    private static IEnumerable<Operation> In(JsonElement paths) =>
        paths.EnumerateObject().SelectMany(p => p.Value.EnumerateObject(), (p, o) => Read(p.Name, o.Name.ToUpperInvariant(), o.Value));

    private static Operation Read(string path, string method, JsonElement operation)
    {
        IReadOnlyList<JsonElement> parameters = operation.TryGetProperty("parameters", out var p) ? [.. p.EnumerateArray()] : [];
        if (!operation.TryGetProperty("requestBody", out var body))
        {
            return new Operation(method, path, parameters, default, default, Json);
        }

        var content = body.GetProperty("content").EnumerateObject().First();
        return new Operation(method, path, parameters, PropertyOf(content.Value, "schema"), PropertyOf(content.Value, "example"), content.Name);
    }

    private static JsonElement PropertyOf(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value : default;
}
