using System.Collections.Immutable;
using GridActors.Core.Divisions;

namespace GridActors.Core.Grids;

/// <summary>The world around a change of grids, all of it data.</summary>
/// <param name="Village">Whose grids are changed.</param>
/// <param name="Grids">Its grids as they are now.</param>
/// <param name="Changes">Every change filed for it, in order of filing.</param>
/// <param name="Neighbours">Base grids of other villages near the boundaries that the change brings.</param>
/// <param name="UtcOffset">Of the county's local time.</param>
public sealed record GridContext(
    DivisionCode Village,
    VillageGrids Grids,
    ImmutableArray<GridChange> Changes,
    ImmutableArray<Grid> Neighbours,
    TimeSpan UtcOffset)
{
    /// <summary>The changes that are filed and do not hold yet, in the order in which they will.</summary>
    public IEnumerable<GridChange> Pending => Changes.Where(c => c.AppliedAt is null).OrderBy(c => c.EffectiveAt).ThenBy(c => c.Number);

    /// <summary>The grids as they will be at an instant.</summary>
    public VillageGrids At(DateTimeOffset instant) =>
        Pending.TakeWhile(c => c.EffectiveAt <= instant).Aggregate(Grids, (grids, change) => grids.With(change));
}
