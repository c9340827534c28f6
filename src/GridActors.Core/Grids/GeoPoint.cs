namespace GridActors.Core.Grids;

/// <summary>A place in WGS 84 degrees.</summary>
/// <param name="Lat">-90 to 90.</param>
/// <param name="Lon">-180 to 180.</param>
[GenerateSerializer, Immutable, Alias("geo-point")]
public readonly record struct GeoPoint([property: Id(0)] double Lat, [property: Id(1)] double Lon)
{
    public bool IsValid => Lat is >= -90 and <= 90 && Lon is >= -180 and <= 180;
}
