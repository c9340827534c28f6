using System.Net;
using System.Text.Json;

namespace GridActors.Api.Tests;

/// <summary>An answer of the API, read to its end.</summary>
internal sealed record ApiAnswer(HttpResponseMessage Response, string Text)
{
    public HttpStatusCode Status => Response.StatusCode;

    public int Number => (int)Response.StatusCode;

    public string? MediaType => Response.Content.Headers.ContentType?.MediaType;

    public string? ETag => Response.Headers.ETag?.Tag;

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    public string Id => Read("id");

    public string Code => Read("code");

    public IEnumerable<JsonElement> Items => Json.GetProperty("items").EnumerateArray();

    /// <summary>Follows the names down and reads the text there.</summary>
    public string Read(params ReadOnlySpan<string> path)
    {
        var at = Json;
        foreach (var name in path)
        {
            at = at.GetProperty(name);
        }

        return at.GetString() ?? "null";
    }

    /// <summary>Codes of the fields that are to blame.</summary>
    public IEnumerable<string> ErrorCodes => Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString()!);
}
