using System.Collections.Immutable;
using NetTopologySuite.Geometries;

namespace GridActors.Core.Grids;

/// <summary>
/// The rules about boundaries. A village has no boundary of its own in the data: its area is what its base grids cover. Only a
/// new grid adds to it, and may do so wherever no base grid of any village is.
/// </summary>
internal static class GridAreaRules
{
    /// <param name="grids">The village's grids in front of the change.</param>
    /// <param name="neighbours">Base grids of other villages.</param>
    public static GridDecision? RefusalOf(GridChange change, VillageGrids grids, ImmutableArray<Grid> neighbours)
    {
        if (change.After.FirstOrDefault(g => !GridBoundary.TryParse(g.BoundaryWkt, out _, out _)) is { } unreadable)
        {
            return GridDecision.Refuse(GridRefusal.BoundaryMalformed, unreadable.Code);
        }

        return change.Kind == GridChangeKind.Rename ? null
            : RefusalOfCover(change) ?? RefusalOfBaseGrids(change, grids, neighbours) ?? RefusalOfDedicatedGrids(change, grids);
    }

    /// <summary>The base grid of the village that has all of a dedicated grid in it; null where none has.</summary>
    public static Grid? BaseAround(Grid dedicated, VillageGrids grids)
    {
        var area = GridAreas.Of(dedicated);
        return grids.BaseGrids.FirstOrDefault(b => GridAreas.Covers(GridAreas.Of(b), area));
    }

    private static GridDecision? RefusalOfCover(GridChange change) =>
        change.Kind is GridChangeKind.Split or GridChangeKind.Merge
        && (AnyOverlap(change.After) || !GridAreas.AreSame(GridAreas.Union(change.Before), GridAreas.Union(change.After)))
            ? GridDecision.Refuse(GridRefusal.AreaNotCovered)
            : null;

    private static GridDecision? RefusalOfBaseGrids(GridChange change, VillageGrids grids, ImmutableArray<Grid> neighbours)
    {
        ImmutableArray<Grid> drawn = [.. change.After.Where(g => !g.Code.IsDedicated)];
        if (drawn.IsEmpty)
        {
            return null;
        }

        var village = change.Kind == GridChangeKind.New ? null : GridAreas.Union(grids.BaseGrids);
        ImmutableArray<Grid> others = [.. grids.With(change).BaseGrids, .. neighbours];
        foreach (var grid in drawn)
        {
            var area = GridAreas.Of(grid);
            if (others.FirstOrDefault(o => o.Code != grid.Code && GridAreas.Overlap(area, GridAreas.Of(o))) is { } overlapped)
            {
                return GridDecision.Refuse(GridRefusal.BoundaryOverlaps, overlapped.Code);
            }

            if (village is not null && !GridAreas.Covers(village, area))
            {
                return GridDecision.Refuse(GridRefusal.OutsideVillage, grid.Code);
            }
        }

        return null;
    }

    /// <summary>What was imported outside of every base grid may stay there; nothing new may come to lie there.</summary>
    private static GridDecision? RefusalOfDedicatedGrids(GridChange change, VillageGrids grids)
    {
        var after = grids.With(change);
        foreach (var grid in after.DedicatedGrids.Where(g => BaseAround(g, after) is null))
        {
            if (change.After.Any(g => g.Code == grid.Code))
            {
                return GridDecision.Refuse(GridRefusal.OutsideBaseGrid, grid.Code);
            }

            if (BaseAround(grid, grids) is not null)
            {
                return GridDecision.Refuse(GridRefusal.CutsDedicatedGrid, grid.Code);
            }
        }

        return null;
    }

    private static bool AnyOverlap(ImmutableArray<Grid> grids)
    {
        ImmutableArray<Geometry> areas = [.. grids.Select(GridAreas.Of)];
        return areas.Index().Any(a => areas.Skip(a.Index + 1).Any(b => GridAreas.Overlap(a.Item, b)));
    }
}
