using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridActors.Core.Serialization;

/// <summary>Writes a code as its text and reads it back through its own parser.</summary>
/// <exception cref="JsonException">The text is no such code.</exception>
public sealed class CodeJsonConverter<TCode> : JsonConverter<TCode>
    where TCode : struct, ICode<TCode>
{
    public override TCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TCode.TryParse(reader.GetString(), out var code)
            ? code
            : throw new JsonException($"'{reader.GetString()}' is no {typeof(TCode).Name}.");

    public override void Write(Utf8JsonWriter writer, TCode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
