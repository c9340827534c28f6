using System.Globalization;

namespace GridActors.ApiHost.Incidents;

/// <summary>Versions of incidents as entity tags.</summary>
internal static class EntityTags
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Reads If-Match: one tag, also weak or without its quotes, or * for any version (null).</summary>
    public static bool TryReadIfMatch(string? header, out int? version)
    {
        version = null;
        if (string.IsNullOrWhiteSpace(header) || header.Trim() == "*")
        {
            return true;
        }

        version = VersionIn(header);
        return version is not null;
    }

    /// <summary>Whether If-None-Match names this version, alone or in a list.</summary>
    public static bool NoneMatchNames(string? header, int version) =>
        header is not null && header.Split(',').Any(tag => tag.Trim() == "*" || VersionIn(tag) == version);

    private static int? VersionIn(string tag)
    {
        var text = tag.AsSpan().Trim();
        text = text is ['W', '/', .. var weak] ? weak : text;
        text = text is ['"', .. var quoted, '"'] ? quoted : text;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }
}
