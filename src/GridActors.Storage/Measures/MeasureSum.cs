using System.Collections.Frozen;
using GridActors.Core.Measures;

namespace GridActors.Storage.Measures;

/// <param name="Counts">Only figures above zero.</param>
public sealed record MeasureSum(string Key, FrozenDictionary<MeasureFigure, long> Counts)
{
    public long this[MeasureFigure figure] => Counts.GetValueOrDefault(figure);
}
