using System.Collections.Frozen;
using System.Collections.Immutable;
using GridActors.Core.Measures;

namespace GridActors.Storage.Measures;

/// <summary>Puts the lines of a store, one a key and figure in order of their keys, together.</summary>
public static class MeasureLines
{
    /// <summary>So many lines hold at least <paramref name="keys"/> keys whole, or all there are.</summary>
    public static int CountFor(int keys) => keys * Enum.GetValues<MeasureFigure>().Length;

    /// <param name="limit">How many keys at most.</param>
    public static ImmutableArray<MeasureSum> ToSums(IEnumerable<(string Key, MeasureFigure Figure, long Count)> lines, int limit) =>
    [
        .. lines
            .GroupBy(l => l.Key, StringComparer.Ordinal)
            .Take(limit)
            .Select(g => new MeasureSum(g.Key, g.ToFrozenDictionary(l => l.Figure, l => l.Count))),
    ];
}
