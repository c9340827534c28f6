using System.Collections.Immutable;
using System.Diagnostics;
using GridActors.Core.Divisions;

namespace GridActors.Core.Grids;

/// <summary>A change that somebody wants filed for the grids of one village.</summary>
/// <param name="EffectiveFrom">A day in the county's local time, today or later; null for today, which is at once.</param>
[GenerateSerializer, Immutable, Alias("grid-command")]
public abstract record GridCommand([property: Id(0)] DateOnly? EffectiveFrom)
{
    /// <summary>The village of the first grid that it names; the rules see to it that all are of one.</summary>
    public DivisionCode Village => this switch
    {
        NewGrid c => c.Grid.Code.Village,
        RenameGrid c => c.Code.Village,
        RedrawGrids c => c.Areas[0].Code.Village,
        SplitGrid c => c.Code.Village,
        MergeGrids c => c.Codes[0].Village,
        EndGrid c => c.Code.Village,
        _ => throw new UnreachableException(GetType().Name),
    };

    /// <summary>The boundaries that it brings.</summary>
    public ImmutableArray<string> Boundaries => this switch
    {
        NewGrid c => [c.Grid.BoundaryWkt],
        RedrawGrids c => [.. c.Areas.Select(a => a.BoundaryWkt)],
        SplitGrid c => [.. c.Into.Select(g => g.BoundaryWkt)],
        MergeGrids c => [c.Into.BoundaryWkt],
        _ => [],
    };
}

[GenerateSerializer, Immutable, Alias("new-grid")]
public sealed record NewGrid([property: Id(0)] Grid Grid, DateOnly? EffectiveFrom = null) : GridCommand(EffectiveFrom);

[GenerateSerializer, Immutable, Alias("rename-grid")]
public sealed record RenameGrid([property: Id(0)] GridCode Code, [property: Id(1)] string Name, DateOnly? EffectiveFrom = null) : GridCommand(EffectiveFrom);

/// <summary>New boundaries for one grid, or for several at once where area goes from one to another.</summary>
[GenerateSerializer, Immutable, Alias("redraw-grids")]
public sealed record RedrawGrids([property: Id(0)] ImmutableArray<GridArea> Areas, DateOnly? EffectiveFrom = null) : GridCommand(EffectiveFrom);

/// <param name="Into">Two or more grids with codes that were never used.</param>
/// <param name="Successor">One of them, for incidents without a location; null for the one with the lowest code.</param>
[GenerateSerializer, Immutable, Alias("split-grid")]
public sealed record SplitGrid(
    [property: Id(0)] GridCode Code,
    [property: Id(1)] ImmutableArray<Grid> Into,
    [property: Id(2)] GridCode? Successor = null,
    DateOnly? EffectiveFrom = null) : GridCommand(EffectiveFrom);

/// <param name="Into">A grid with a code that was never used.</param>
[GenerateSerializer, Immutable, Alias("merge-grids")]
public sealed record MergeGrids([property: Id(0)] ImmutableArray<GridCode> Codes, [property: Id(1)] Grid Into, DateOnly? EffectiveFrom = null) : GridCommand(EffectiveFrom);

/// <param name="Successor">A base grid of the same village; null only for a dedicated grid, which leaves its incidents to the grid around it.</param>
[GenerateSerializer, Immutable, Alias("end-grid")]
public sealed record EndGrid([property: Id(0)] GridCode Code, [property: Id(1)] GridCode? Successor = null, DateOnly? EffectiveFrom = null) : GridCommand(EffectiveFrom);

/// <summary>The new boundary of a grid.</summary>
/// <param name="Households">Null where they stay the same.</param>
[GenerateSerializer, Immutable, Alias("grid-area")]
public sealed record GridArea([property: Id(0)] GridCode Code, [property: Id(1)] string BoundaryWkt, [property: Id(2)] int? Households = null);
