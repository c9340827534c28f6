using System.Collections.Immutable;
using GridActors.ApiHost.Problems;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;

namespace GridActors.ApiHost.Grids;

/// <summary>A change of the grids of a village, as it is filed with the county centre.</summary>
/// <param name="Village">Whose grids are changed.</param>
/// <param name="Number">Counts the changes of the village from 1.</param>
/// <param name="FiledWith">The county whose centre has it.</param>
/// <param name="EffectiveFrom">The first day on which it holds, in local time.</param>
/// <param name="EffectiveAt">The instant that day begins, or the moment of filing where it is the same day.</param>
/// <param name="AppliedAt">When the grids changed; null until then.</param>
/// <param name="Before">The grids that it touches, as they were.</param>
/// <param name="After">The grids that it makes or changes, as they will be or are.</param>
/// <param name="Ended">Codes that end with it and are never used again.</param>
/// <param name="Successor">Takes the open incidents of a grid that ends where their location leads to none.</param>
/// <param name="Warnings">What is unusual and was filed all the same.</param>
public sealed record GridChangeResource(
    DivisionCode Village,
    int Number,
    GridChangeKind Kind,
    DivisionCode FiledWith,
    DateTimeOffset FiledAt,
    DateOnly EffectiveFrom,
    DateTimeOffset EffectiveAt,
    DateTimeOffset? AppliedAt,
    ImmutableArray<ChangedGridResource> Before,
    ImmutableArray<ChangedGridResource> After,
    ImmutableArray<GridCode> Ended,
    GridCode? Successor,
    ImmutableArray<FieldProblem> Warnings)
{
    public static GridChangeResource Of(GridChange change) => new(
        change.Village,
        change.Number,
        change.Kind,
        change.FiledWith,
        change.FiledAt,
        change.EffectiveFrom,
        change.EffectiveAt,
        change.AppliedAt,
        [.. change.Before.Select(ChangedGridResource.Of)],
        [.. change.After.Select(ChangedGridResource.Of)],
        [.. change.Ended],
        change.Successor,
        [.. change.After.Where(g => g.IsUnusuallySized).Select(g => new FieldProblem("households", "unusual_size", $"Grid {g.Code} has {g.Households} households; a grid has 200 to 300, a rural one about 300."))]);
}

/// <summary>A grid at one side of a change.</summary>
/// <param name="Households">Null where they are not told.</param>
/// <param name="BoundaryWkt">Its area as a WKT polygon or multipolygon, longitude before latitude, WGS 84 degrees.</param>
public sealed record ChangedGridResource(GridCode Code, string Name, GridKind Kind, int? Households, string BoundaryWkt)
{
    public static ChangedGridResource Of(Grid grid) => new(grid.Code, grid.Name, grid.Kind, grid.Households, grid.BoundaryWkt);
}
