using System.Text.Json;

namespace GridActors.Process.Tests.Fuzz;

/// <summary>One operation of the OpenAPI document.</summary>
/// <param name="Body">The schema of its body; undefined where it takes none.</param>
/// <param name="MediaType">Of its body.</param>
internal sealed record Operation(string Method, string Path, IReadOnlyList<JsonElement> Parameters, JsonElement Body, string MediaType)
{
    public static IReadOnlyList<Operation> AllOf(JsonElement document) =>
    [
        .. document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject(), (p, o) => Read(p.Name, o.Name.ToUpperInvariant(), o.Value)),
    ];

    private static Operation Read(string path, string method, JsonElement operation)
    {
        IReadOnlyList<JsonElement> parameters = operation.TryGetProperty("parameters", out var p) ? [.. p.EnumerateArray()] : [];
        if (!operation.TryGetProperty("requestBody", out var body))
        {
            return new Operation(method, path, parameters, default, "application/json");
        }

        var content = body.GetProperty("content").EnumerateObject().First();
        return new Operation(method, path, parameters, content.Value.TryGetProperty("schema", out var schema) ? schema : default, content.Name);
    }
}
