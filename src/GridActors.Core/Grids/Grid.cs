namespace GridActors.Core.Grids;

/// <summary>A grid as it is filed with the county centre.</summary>
/// <param name="Households">Households living in it; null for a dedicated grid, which has none.</param>
/// <param name="BoundaryWkt">Its area as a WKT polygon or multipolygon, longitude before latitude, WGS 84 degrees.</param>
[GenerateSerializer, Immutable, Alias("grid")]
public sealed record Grid(
    [property: Id(0)] GridCode Code,
    [property: Id(1)] string Name,
    [property: Id(2)] GridKind Kind,
    [property: Id(3)] int? Households,
    [property: Id(4)] string BoundaryWkt)
{
    /// <summary>Outside 200-300 households (urban) or around 300 (rural, here 150-450) a grid is worth a warning, never a refusal (Art. 6).</summary>
    public bool IsUnusuallySized => (Kind, Households) switch
    {
        (GridKind.Urban, { } n) => n is < 200 or > 300,
        (GridKind.Rural, { } n) => n is < 150 or > 450,
        _ => false,
    };
}
