using Microsoft.Extensions.Primitives;

namespace GridActors.ApiHost.Incidents;

/// <summary>The Idempotency-Key header.</summary>
internal static class IdempotencyKeys
{
    public const string Header = "Idempotency-Key";

    private const int MaxLength = 255;

    /// <summary>False for a key that is empty, too long, not visible ASCII, or sent twice; true with null where there is none.</summary>
    public static bool TryRead(StringValues header, out string? key)
    {
        key = header.Count == 1 ? header[0] : null;
        return header.Count == 0 || (key is { Length: >= 1 and <= MaxLength } && key.All(c => c is >= '!' and <= '~'));
    }
}
