using GridActors.Core.Grids;

namespace GridActors.Core.Tests.Grids;

public sealed class GeoPointTests
{
    private static readonly GeoPoint _changji = new(44.0144, 87.3036);

    [Theory]
    [InlineData(44.0144, 87.3036, 0, 0.001)]
    [InlineData(44.0154, 87.3036, 111.195, 0.01)]
    [InlineData(44.0134, 87.3036, 111.195, 0.01)]
    [InlineData(44.0144, 87.3046, 79.97, 0.01)]
    [InlineData(43.8256, 87.6168, 32_700, 100)]
    [InlineData(-44.0144, -92.6964, 20_015_115, 1)]
    public void The_distance_is_along_the_surface_in_meters_whichever_way_one_goes(double lat, double lon, double meters, double within)
    {
        var other = new GeoPoint(lat, lon);

        Assert.Equal(meters, _changji.MetersTo(other), within);
        Assert.Equal(_changji.MetersTo(other), other.MetersTo(_changji), 0.000_001);
    }

    [Fact]
    public void Across_the_date_line_it_is_as_short_as_anywhere() =>
        Assert.Equal(222.39, new GeoPoint(0, 179.999).MetersTo(new GeoPoint(0, -179.999)), 0.01);

    [Theory]
    [InlineData(90, 180, true)]
    [InlineData(-90, -180, true)]
    [InlineData(90.001, 0, false)]
    [InlineData(-90.001, 0, false)]
    [InlineData(0, 180.001, false)]
    [InlineData(0, -180.001, false)]
    [InlineData(double.NaN, 0, false)]
    [InlineData(0, double.NaN, false)]
    public void A_point_lies_on_the_earth(double lat, double lon, bool isValid) => Assert.Equal(isValid, new GeoPoint(lat, lon).IsValid);
}
