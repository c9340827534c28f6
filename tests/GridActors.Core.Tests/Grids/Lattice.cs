using System.Globalization;
using GridActors.Core.Grids;

namespace GridActors.Core.Tests.Grids;

/// <summary>Grids cut like a chess board: <c>Square(code, x, y)</c> covers x to x + size by y to y + size, x being the longitude.</summary>
internal static class Lattice
{
    public static Grid Square(string code, double x, double y, double size = 1) => new(
        GridCode.Parse(code),
        code,
        GridCode.Parse(code).IsDedicated ? GridKind.School : GridKind.Urban,
        null,
        $"POLYGON ({Ring(x, y, size)})");

    public static GeoPoint At(double x, double y) => new(Lat: y, Lon: x);

    public static string Ring(double x, double y, double size) => string.Create(
        CultureInfo.InvariantCulture,
        $"({x} {y}, {x + size} {y}, {x + size} {y + size}, {x} {y + size}, {x} {y})");
}
