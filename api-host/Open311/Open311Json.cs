using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace GridActors.ApiHost.Open311;

internal static class Open311Json
{
    public const string ContentType = "application/json; charset=utf-8";

    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(Open311Document document)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, _options))
        {
            WriteValue(json, document.Body);
        }

        return stream.ToArray();
    }

    private static void WriteValue(Utf8JsonWriter json, Open311Value value)
    {
        switch (value)
        {
            case Open311Value.Text { Value: { Length: > 0 } text }:
                json.WriteStringValue(text);
                break;
            case Open311Value.Text:
                json.WriteNullValue();
                break;
            case Open311Value.Number number:
                json.WriteNumberValue(number.Value);
                break;
            case Open311Value.Flag flag:
                json.WriteBooleanValue(flag.Value);
                break;
            case Open311Value.Fields fields:
                WriteFields(json, fields);
                break;
            case Open311Value.Items items:
                WriteItems(json, items);
                break;
            default:
                throw new UnreachableException(value.GetType().Name);
        }
    }

    private static void WriteFields(Utf8JsonWriter json, Open311Value.Fields fields)
    {
        json.WriteStartObject();
        foreach (var (name, value) in fields.Values)
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, Open311Value.Items items)
    {
        json.WriteStartArray();
        foreach (var item in items.Values)
        {
            WriteValue(json, item);
        }

        json.WriteEndArray();
    }
}
