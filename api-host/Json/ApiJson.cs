using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using GridActors.Core.Catalogue;
using GridActors.Core.Texts;

namespace GridActors.ApiHost.Json;

/// <summary>How version 1 of the API reads and writes JSON: exact field names, unknown fields ignored, each field once, numbers as numbers, enumerations in snake case.</summary>
internal static class ApiJson
{
    /// <summary>Takes the host's options, which start as the framework's defaults for the web.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = 16;
        options.Encoder = JavaScriptEncoder.Create(Readable());
        options.Converters.Add(new InstantJsonConverter());
        options.Converters.Add(new JsonStringEnumConverter<Severity>(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.TypeInfoResolverChain.Insert(0, ApiJsonContext.Default);
    }

    /// <summary>Every script as it is written; what turns the direction of writing around is escaped.</summary>
    private static TextEncoderSettings Readable()
    {
        var characters = new TextEncoderSettings(UnicodeRanges.All);
        foreach (var c in Enumerable.Range(char.MinValue, char.MaxValue).Select(c => (char)c).Where(PlainText.TurnsDirection))
        {
            characters.ForbidCharacter(c);
        }

        return characters;
    }

    /// <summary>The text of an enumeration's value on the wire.</summary>
    public static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>Reads what <see cref="NameOf"/> writes, and nothing else: no numbers, no other case.</summary>
    public static bool TryReadName<TEnum>(string text, out TEnum value)
        where TEnum : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<TEnum>())
        {
            if (NameOf(candidate) == text)
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }
}
