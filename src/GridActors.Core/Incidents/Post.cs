using GridActors.Core.Divisions;
using GridActors.Core.Grids;

namespace GridActors.Core.Incidents;

/// <summary>Who can hold an incident: the worker on duty of a grid, a village committee, or the centre of a township, county or prefecture.</summary>
/// <param name="PlaceCode">15 digits for a grid, 12 for a division.</param>
[GenerateSerializer, Immutable, Alias("post")]
public readonly record struct Post([property: Id(0)] Tier Tier, [property: Id(1)] string PlaceCode)
{
    /// <summary>Only centres send an incident down (Art. 4): the village committee assists.</summary>
    public bool IsCentre => Tier >= Tier.Township;

    public static Post Of(GridCode grid) => new(Tier.Grid, grid.ToString());

    public static Post Of(DivisionCode division) => new(TierOf(division.Level), division.ToString());

    /// <summary>Reads a grid or division code; false where it is neither.</summary>
    public static bool TryParse(string? placeCode, out Post post)
    {
        post = GridCode.TryParse(placeCode, out GridCode grid) ? Of(grid)
            : DivisionCode.TryParse(placeCode, out DivisionCode division) ? Of(division)
            : default;
        return post != default;
    }

    public override string ToString() => PlaceCode;

    private static Tier TierOf(DivisionLevel level) => level switch
    {
        DivisionLevel.Village => Tier.Village,
        DivisionLevel.Township => Tier.Township,
        DivisionLevel.County => Tier.County,
        _ => Tier.Prefecture,
    };
}
