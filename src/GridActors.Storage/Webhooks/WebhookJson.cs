using System.Text.Json;
using System.Text.Json.Serialization;
using GridActors.Core.Webhooks;

namespace GridActors.Storage.Webhooks;

/// <summary>Filters as they are stored, and events as they are sent. Both stores write the same bytes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(WebhookFilter))]
[JsonSerializable(typeof(CloudEvent))]
public sealed partial class WebhookJson : JsonSerializerContext
{
    public static string Write(WebhookFilter filter) => JsonSerializer.Serialize(filter, Default.WebhookFilter);

    /// <exception cref="JsonException">The text is no filter.</exception>
    public static WebhookFilter ReadFilter(string text) =>
        JsonSerializer.Deserialize(text, Default.WebhookFilter) ?? throw new JsonException("The stored filter is empty.");
}
