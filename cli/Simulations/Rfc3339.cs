using System.Globalization;

namespace GridActors.Cli.Simulations;

/// <summary>Instants as RFC 3339 writes them, and nothing that only looks like one.</summary>
internal static class Rfc3339
{
    private static readonly string[] _formats = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];
    private static readonly string[] _localFormats = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    /// <summary>In UTC, with whole milliseconds.</summary>
    public static bool TryRead(string text, out DateTimeOffset instant)
    {
        var isInstant = DateTimeOffset.TryParseExact(text, _formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
        instant = instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMillisecond));
        return isInstant;
    }

    /// <summary>Whether it would be an instant if it named its offset.</summary>
    public static bool LacksOffset(string text) => DateTime.TryParseExact(text, _localFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
