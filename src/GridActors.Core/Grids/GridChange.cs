using System.Collections.Immutable;
using GridActors.Core.Divisions;

namespace GridActors.Core.Grids;

/// <summary>A change to the grids of a village, filed with the centre of its county (Art. 6).</summary>
/// <param name="Number">Counts the changes of a village from 1.</param>
/// <param name="EffectiveFrom">The first day on which it holds, in the county's local time.</param>
/// <param name="EffectiveAt">The local midnight that day begins with, or the moment of filing where it is the same day.</param>
/// <param name="Before">The grids that it touches, as they were, in order of their codes; none for a new grid.</param>
/// <param name="After">The grids that it makes or changes, in order of their codes; none where a grid ends.</param>
/// <param name="Successor">Takes the open incidents of a grid that ends where their location does not lead to another one.</param>
/// <param name="AppliedAt">When the grids changed: at the effective instant, or late. Null until then.</param>
/// <param name="IsSettled">Nothing is left to be done: no open incident is filed under a grid that ended.</param>
[GenerateSerializer, Immutable, Alias("grid-change")]
public sealed record GridChange(
    [property: Id(0)] int Number,
    [property: Id(1)] GridChangeKind Kind,
    [property: Id(2)] DivisionCode FiledWith,
    [property: Id(3)] DateTimeOffset FiledAt,
    [property: Id(4)] DateOnly EffectiveFrom,
    [property: Id(5)] DateTimeOffset EffectiveAt,
    [property: Id(6)] ImmutableArray<Grid> Before,
    [property: Id(7)] ImmutableArray<Grid> After,
    [property: Id(8)] GridCode? Successor = null,
    [property: Id(9)] DateTimeOffset? AppliedAt = null,
    [property: Id(10)] bool IsSettled = false)
{
    public DivisionCode Village => Codes.First().Village;

    /// <summary>Every grid that it touches, makes or ends.</summary>
    public IEnumerable<GridCode> Codes => Before.Concat(After).Select(g => g.Code).Distinct();

    /// <summary>The grids that it ends. Their codes are never used again (Art. 7).</summary>
    public IEnumerable<GridCode> Ended => Before.Select(g => g.Code).Except(After.Select(g => g.Code));

    /// <summary>Whether open incidents may have to be filed under another grid.</summary>
    public bool MovesIncidents => Kind is not (GridChangeKind.New or GridChangeKind.Rename);
}

/// <summary>What happens to the grids.</summary>
public enum GridChangeKind
{
    New,
    Rename,

    /// <summary>Grids get other boundaries and keep their codes.</summary>
    Redraw,

    /// <summary>A grid ends, and two or more new ones cover its area.</summary>
    Split,

    /// <summary>Two or more grids end, and a new one covers their area.</summary>
    Merge,
    End,
}
