using System.Collections.Immutable;

namespace GridActors.Core.Grids;

/// <summary>Which grids a place belongs to.</summary>
/// <param name="Grids">One where a grid contains it; several, lowest code first, on a boundary; none outside every grid.</param>
/// <param name="Nearest">The grid that lies nearest; its county takes a place that no grid contains. Null only where there are no grids at all.</param>
public readonly record struct GridMatch(ImmutableArray<GridCode> Grids, GridCode? Nearest);
