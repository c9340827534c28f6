namespace GridActors.Core.Grids;

/// <summary>A place in WGS 84 degrees.</summary>
/// <param name="Lat">-90 to 90.</param>
/// <param name="Lon">-180 to 180.</param>
[GenerateSerializer, Immutable, Alias("geo-point")]
public readonly record struct GeoPoint([property: Id(0)] double Lat, [property: Id(1)] double Lon)
{
    /// <summary>Mean radius of the earth (IUGG), in meters.</summary>
    private const double EarthRadius = 6_371_008.8;

    public bool IsValid => Lat is >= -90 and <= 90 && Lon is >= -180 and <= 180;

    /// <summary>Distance along the surface of a sphere, in meters; within 0.6 % of the ellipsoid's.</summary>
    public double MetersTo(GeoPoint other)
    {
        var (lat, otherLat) = (double.DegreesToRadians(Lat), double.DegreesToRadians(other.Lat));
        var (dLat, dLon) = (otherLat - lat, double.DegreesToRadians(other.Lon - Lon));
        var haversine = Square(Math.Sin(dLat / 2)) + (Math.Cos(lat) * Math.Cos(otherLat) * Square(Math.Sin(dLon / 2)));
        return 2 * EarthRadius * Math.Asin(Math.Sqrt(Math.Min(1, haversine)));
    }

    private static double Square(double value) => value * value;
}
