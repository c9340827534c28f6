using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridActors.ApiHost.Json;

/// <summary>Instants as RFC 3339 in UTC, with milliseconds only where there are any. Text without an offset names no instant and is refused.</summary>
internal sealed class InstantJsonConverter : JsonConverter<DateTimeOffset>
{
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string Milliseconds = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly string[] _accepted = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    public static string Format(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString(instant.Ticks % TimeSpan.TicksPerSecond < TimeSpan.TicksPerMillisecond ? Seconds : Milliseconds, CultureInfo.InvariantCulture);

    /// <summary>Reads what a body may have, in UTC.</summary>
    public static bool TryRead(string? text, out DateTimeOffset instant)
    {
        var isInstant = DateTimeOffset.TryParseExact(text, _accepted, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
        instant = instant.ToUniversalTime();
        return isInstant;
    }

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryRead(reader.GetString(), out var instant) ? instant : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(Format(value));
}
