using CsCheck;
using GridActors.Core.Grids;

namespace GridActors.Core.Tests.Grids;

public sealed class GridBoundaryTests
{
    private const string Square = "POLYGON ((85 43, 86 43, 86 44, 85 44, 85 43))";

    [Theory]
    [InlineData(Square)]
    [InlineData("POLYGON ((85 43, 86 43, 86 44, 85 44, 85 43), (85.4 43.4, 85.6 43.4, 85.6 43.6, 85.4 43.6, 85.4 43.4))")]
    [InlineData("MULTIPOLYGON (((85 43, 86 43, 86 44, 85 43)), ((87 43, 88 43, 88 44, 87 43)))")]
    [InlineData("POLYGON ((-180 -90, 180 -90, 180 90, -180 90, -180 -90))")]
    public void A_polygon_in_degrees_is_a_boundary(string wkt)
    {
        var parsed = GridBoundary.TryParse(wkt, out var boundary, out var reason);

        Assert.True(parsed, reason);
        Assert.True(boundary!.Area > 0);
    }

    [Theory]
    [InlineData(null, "no WKT")]
    [InlineData("", "no WKT")]
    [InlineData("somewhere", "no WKT")]
    [InlineData("POLYGON ((85 43, 86 43, 86 44))", "no WKT")]
    [InlineData("POLYGON ((85 43, 86 43, 86 44, 85 44, 85 43)", "no WKT")]
    [InlineData("POINT (85 43)", "no polygon")]
    [InlineData("POLYGON EMPTY", "no polygon")]
    [InlineData("GEOMETRYCOLLECTION (POLYGON ((85 43, 86 43, 86 44, 85 43)))", "no polygon")]
    [InlineData("POLYGON ((85 143, 86 143, 86 144, 85 143))", "outside the degrees")]
    [InlineData("POLYGON ((385 43, 386 43, 386 44, 385 43))", "outside the degrees")]
    [InlineData("POLYGON ((85 43, 86 44, 86 43, 85 44, 85 43))", "crosses itself")]
    [InlineData("POLYGON ((85 43, NaN 43, 86 44, 85 43))", "crosses itself")]
    [InlineData("POLYGON ((85 43, 86 43, 86 44, 85 ٤٣))", "not ASCII")]
    public void Anything_else_says_what_is_wrong(string? wkt, string expected)
    {
        var parsed = GridBoundary.TryParse(wkt, out _, out var reason);

        Assert.False(parsed);
        Assert.Contains(expected, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mangled_boundary_is_refused_with_a_reason_and_never_a_fault() =>
        Gen.Select(Gen.Int[0, Square.Length - 1], Gen.Int[0, 6], Gen.String[Gen.Char["()., -eEPOLYGNZM0123456789\u0000٣"], 0, 4]).Sample(
            (at, removed, inserted) =>
            {
                var mangled = Square[..at] + inserted + Square[Math.Min(at + removed, Square.Length)..];

                var parsed = GridBoundary.TryParse(mangled, out var boundary, out var reason);

                Assert.Equal(parsed, boundary is not null);
                Assert.Equal(parsed, reason is null);
            },
            iter: Iterations.AtMost(3_000));
}
