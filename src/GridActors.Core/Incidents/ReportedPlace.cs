using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;

namespace GridActors.Core.Incidents;

/// <summary>
/// Where an incident is. One grid in the ordinary case; several, lowest code first, for a place on a boundary; none for a
/// place that no grid contains, which belongs to the unmatched queue of <paramref name="County"/>.
/// </summary>
/// <param name="Location">Null where the requester named the grid only.</param>
/// <param name="Floor">The lowest tier that may hold it, see and list it, whatever the place says: oversight goes past whom it is about. Grid for everything else.</param>
[GenerateSerializer, Immutable, Alias("reported-place")]
public sealed record ReportedPlace(
    [property: Id(0)] ImmutableArray<GridCode> Grids,
    [property: Id(1)] DivisionCode County,
    [property: Id(2)] GeoPoint? Location,
    [property: Id(3), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Tier Floor = Tier.Grid)
{
    /// <summary>The grid that lists and counts file it under; null where no grid contains it.</summary>
    public GridCode? Grid => Grids.IsEmpty ? null : Grids[0];

    /// <summary>What the incident is filed under: its grid's code, its county's, or that of the lowest post that may see it.</summary>
    public string PlaceCode => Floor > Tier.Grid ? ListPosts()[0].PlaceCode : Grid?.ToString() ?? County.ToString();

    /// <summary>
    /// The lowest tier that can hold it: a place on a boundary is held by the township (DOMAIN 6), by the county where the
    /// grids lie in two townships, and one that no grid contains by the county.
    /// </summary>
    public Tier LowestTier => LowestByGrids > Floor ? LowestByGrids : Floor;

    private Tier LowestByGrids => Grids switch
    {
        [] => Tier.County,
        [_] => Tier.Grid,
        _ when Grids.Select(g => g.Village.AncestorAt(DivisionLevel.Township)).Distinct().Count() == 1 => Tier.Township,
        _ when Grids.Select(g => g.Village.AncestorAt(DivisionLevel.County)).Distinct().Count() == 1 => Tier.County,
        _ => Tier.Prefecture,
    };

    /// <summary>The posts that can hold it, lowest first.</summary>
    public ImmutableArray<Post> ListPosts()
    {
        var anchor = Grid?.Village ?? County;
        Post?[] all =
        [
            Grid is { } grid ? Post.Of(grid) : null,
            PostAt(anchor, DivisionLevel.Village),
            PostAt(anchor, DivisionLevel.Township),
            PostAt(anchor, DivisionLevel.County),
            PostAt(anchor, DivisionLevel.Prefecture),
        ];
        return [.. all.Where(p => p is { } post && post.Tier >= LowestTier).Select(p => p!.Value)];
    }

    private static Post? PostAt(DivisionCode anchor, DivisionLevel level) =>
        anchor.AncestorAt(level) is { } division ? Post.Of(division) : null;
}
