using System.Collections.Immutable;

namespace GridActors.Core.Grids;

/// <summary>The grids of one village at some moment, and the codes that are used up.</summary>
/// <param name="Ended">Codes of grids that have ended.</param>
public sealed record VillageGrids(ImmutableSortedDictionary<GridCode, Grid> Present, ImmutableHashSet<GridCode> Ended)
{
    public static VillageGrids Of(IEnumerable<Grid> present, IEnumerable<GridCode> ended) =>
        new(present.ToImmutableSortedDictionary(g => g.Code, g => g), [.. ended]);

    public IEnumerable<Grid> BaseGrids => Present.Values.Where(g => !g.Code.IsDedicated);

    public IEnumerable<Grid> DedicatedGrids => Present.Values.Where(g => g.Code.IsDedicated);

    public Grid? Find(GridCode code) => Present.GetValueOrDefault(code);

    /// <summary>The grids once a change holds. Applying a change twice is the same as once.</summary>
    public VillageGrids With(GridChange change) => new(
        Present.RemoveRange(change.Ended).SetItems(change.After.Select(g => KeyValuePair.Create(g.Code, g))),
        Ended.Union(change.Ended));
}
