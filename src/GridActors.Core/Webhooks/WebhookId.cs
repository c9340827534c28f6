using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GridActors.Core.Serialization;

namespace GridActors.Core.Webhooks;

/// <summary>A subscription: UUIDv7.</summary>
[JsonConverter(typeof(CodeJsonConverter<WebhookId>))]
public readonly record struct WebhookId(Guid Value) : ICode<WebhookId>
{
    public override string ToString() => Value.ToString("D");

    public static bool TryParse([NotNullWhen(true)] string? text, out WebhookId code)
    {
        var parsed = Guid.TryParseExact(text, "D", out var value);
        code = new WebhookId(value);
        return parsed;
    }
}
