using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GridActors.Core.Serialization;

namespace GridActors.Core.Access;

/// <summary>What an API key is called by: twenty hexadecimal digits in lower case. No secret.</summary>
[JsonConverter(typeof(CodeJsonConverter<ApiKeyId>))]
public readonly record struct ApiKeyId : ICode<ApiKeyId>
{
    /// <summary>Bytes of randomness that an id is made of.</summary>
    public const int Bytes = 10;

    private readonly string? _value;

    private ApiKeyId(string value) => _value = value;

    /// <param name="random">As many as <see cref="Bytes"/>.</param>
    public static ApiKeyId FromBytes(ReadOnlySpan<byte> random) => new(Convert.ToHexStringLower(random[..Bytes]));

    public override string ToString() => _value ?? "";

    /// <exception cref="FormatException">The text is no id of a key.</exception>
    public static ApiKeyId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no id of a key.");

    public static bool TryParse([NotNullWhen(true)] string? text, out ApiKeyId code)
    {
        var isId = text is { Length: Bytes * 2 } && text.All(char.IsAsciiHexDigitLower);
        code = isId ? new ApiKeyId(text!) : default;
        return isId;
    }
}
