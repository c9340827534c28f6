using System.Collections.Immutable;

namespace GridActors.Storage.Incidents;

/// <summary>The condition that rows lie in the places of whoever asks, in words that both stores understand.</summary>
public static class PlaceRangeSql
{
    /// <param name="within">Leading digits of codes, none inside another; null or an empty prefix for everything.</param>
    /// <returns>Null where everything is asked for.</returns>
    public static string? ConditionOf(ImmutableArray<string>? within) => within switch
    {
        null => null,
        [] => "1 = 0",
        [""] => null,
        { } places => $"({string.Join(" OR ", places.Select((_, i) => $"(place_code >= @within_from_{i} AND place_code < @within_to_{i})"))})",
    };

    /// <summary>The parameters of <see cref="ConditionOf"/>, without the sign in front of their names.</summary>
    public static IEnumerable<(string Name, string Value)> ParametersOf(ImmutableArray<string>? within) => (within ?? []).SelectMany((prefix, i) =>
        new[] { ($"within_from_{i}", prefix), ($"within_to_{i}", $"{prefix}:") });
}
