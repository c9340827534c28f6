using System.Diagnostics.CodeAnalysis;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace GridActors.Core.Grids;

/// <summary>Reads the boundary of a grid.</summary>
public static class GridBoundary
{
    /// <summary>Parses a WKT polygon or multipolygon that is valid, not empty, and in degrees.</summary>
    /// <param name="reason">What is wrong with it, in words for whoever imports it.</param>
    public static bool TryParse(string? wkt, [NotNullWhen(true)] out Geometry? boundary, [NotNullWhen(false)] out string? reason)
    {
        boundary = null;
        if (wkt is not null && !Ascii.IsValid(wkt))
        {
            reason = "the boundary is no WKT: it has a character that is not ASCII";
            return false;
        }

        Geometry geometry;
        try
        {
            geometry = new WKTReader().Read(wkt ?? "");
        }
        catch (Exception e) when (e is ParseException or ArgumentException)
        {
            reason = $"the boundary is no WKT: {e.Message}";
            return false;
        }

        reason = geometry is not (Polygon or MultiPolygon) || geometry.IsEmpty ? "the boundary is no polygon"
            : geometry.EnvelopeInternal is var box && (box.MinX < -180 || box.MaxX > 180 || box.MinY < -90 || box.MaxY > 90) ? "the boundary lies outside the degrees of longitude and latitude"
            : !geometry.IsValid ? "the boundary is not closed or crosses itself"
            : null;
        boundary = reason is null ? geometry : null;
        return reason is null;
    }
}
