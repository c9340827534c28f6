using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GridActors.Core.Serialization;

namespace GridActors.Core.Webhooks;

/// <summary>A delivery: UUIDv7, so that later ones sort behind earlier ones.</summary>
[JsonConverter(typeof(CodeJsonConverter<DeliveryId>))]
public readonly record struct DeliveryId(Guid Value) : ICode<DeliveryId>
{
    public override string ToString() => Value.ToString("D");

    public static bool TryParse([NotNullWhen(true)] string? text, out DeliveryId code)
    {
        var parsed = Guid.TryParseExact(text, "D", out var value);
        code = new DeliveryId(value);
        return parsed;
    }
}
