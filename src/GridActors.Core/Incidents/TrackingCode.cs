using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GridActors.Core.Serialization;

namespace GridActors.Core.Incidents;

/// <summary>
/// What a requester follows a report with: twelve characters of Crockford's base 32 in three groups, 60 random bits. It
/// is easy to read out over the telephone and cannot be guessed.
/// </summary>
[GenerateSerializer, Immutable, Alias("tracking-code")]
[JsonConverter(typeof(CodeJsonConverter<TrackingCode>))]
public readonly record struct TrackingCode : ICode<TrackingCode>
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Id(0)]
    private readonly string? _value;

    private TrackingCode(string value) => _value = value;

    /// <summary>The code of 60 bits; the caller draws them from a cryptographic source. Higher bits are dropped.</summary>
    public static TrackingCode FromBits(ulong bits)
    {
        Span<char> text = stackalloc char[14];
        for (var i = 13; i >= 0; i--)
        {
            if (i is 4 or 9)
            {
                text[i] = '-';
                continue;
            }

            text[i] = Alphabet[(int)(bits & 31)];
            bits >>= 5;
        }

        return new TrackingCode(new string(text));
    }

    public override string ToString() => _value ?? "";

    public static bool TryParse([NotNullWhen(true)] string? text, out TrackingCode code)
    {
        code = default;
        if (text is not { Length: 14 } || text[4] != '-' || text[9] != '-' || text.Where((c, i) => i is not (4 or 9) && !Alphabet.Contains(c)).Any())
        {
            return false;
        }

        code = new TrackingCode(text);
        return true;
    }
}
