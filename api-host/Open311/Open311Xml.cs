using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml;

namespace GridActors.ApiHost.Open311;

/// <summary>Writes XML without schema or namespace, as the specification has it. Nothing here reads XML.</summary>
internal static class Open311Xml
{
    public const string ContentType = "text/xml; charset=utf-8";

    private static readonly XmlWriterSettings _settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static byte[] Write(Open311Document document)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, _settings))
        {
            xml.WriteStartDocument();
            WriteElement(xml, document.Root, document.Body);
        }

        return stream.ToArray();
    }

    private static void WriteElement(XmlWriter xml, string name, Open311Value value)
    {
        xml.WriteStartElement(name);
        switch (value)
        {
            case Open311Value.Text { Value: { Length: > 0 } text }:
                xml.WriteString(Legible(text));
                break;
            case Open311Value.Text:
                break;
            case Open311Value.Number number:
                xml.WriteString(number.Value.ToString("R", CultureInfo.InvariantCulture));
                break;
            case Open311Value.Flag flag:
                xml.WriteString(flag.Value ? "true" : "false");
                break;
            case Open311Value.Fields fields:
                WriteFields(xml, fields);
                break;
            case Open311Value.Items items:
                WriteItems(xml, items);
                break;
            default:
                throw new UnreachableException(value.GetType().Name);
        }

        xml.WriteEndElement();
    }

    private static void WriteFields(XmlWriter xml, Open311Value.Fields fields)
    {
        foreach (var (name, value) in fields.Values)
        {
            WriteElement(xml, name, value);
        }
    }

    private static void WriteItems(XmlWriter xml, Open311Value.Items items)
    {
        foreach (var item in items.Values)
        {
            WriteElement(xml, items.ItemName, item);
        }
    }

    /// <summary>XML cannot carry most control characters, not even escaped; in their place stands U+FFFD.</summary>
    private static string Legible(string text)
    {
        if (text.EnumerateRunes().All(IsLegible))
        {
            return text;
        }

        var legible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            legible.Append(IsLegible(rune) ? rune.ToString() : Rune.ReplacementChar.ToString());
        }

        return legible.ToString();
    }

    private static bool IsLegible(Rune rune) => rune.Value is '\t' or '\n' or '\r' or (>= ' ' and not (0xFFFE or 0xFFFF));
}
