using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GridActors.Core.Incidents;
using GridActors.Core.Serialization;

namespace GridActors.Core.Workers;

/// <summary>What is printed on a badge for others to look up: 60 random bits, written like a <see cref="TrackingCode"/>. It says nothing about the worker and cannot be guessed.</summary>
[GenerateSerializer, Immutable, Alias("badge-id")]
[JsonConverter(typeof(CodeJsonConverter<BadgeId>))]
public readonly record struct BadgeId : ICode<BadgeId>
{
    [Id(0)]
    private readonly string? _value;

    private BadgeId(string value) => _value = value;

    /// <summary>The id of 60 bits; the caller draws them from a cryptographic source. Higher bits are dropped.</summary>
    public static BadgeId FromBits(ulong bits) => new(TrackingCode.FromBits(bits).ToString());

    public override string ToString() => _value ?? "";

    public static bool TryParse([NotNullWhen(true)] string? text, out BadgeId code)
    {
        code = TrackingCode.TryParse(text, out var read) ? new BadgeId(read.ToString()) : default;
        return code != default;
    }
}
