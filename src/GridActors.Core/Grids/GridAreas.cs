using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace GridActors.Core.Grids;

/// <summary>Areas of grids compared, with a tolerance for the rounding of coordinates.</summary>
public static class GridAreas
{
    /// <summary>What counts as no area at all.</summary>
    /// <value>1e-8 square degrees: about 90 square metres at 44 degrees north, a strip of 9 cm along a kilometre. Ours; no source fixes it.</value>
    public const double Tolerance = 1e-8;

    /// <exception cref="ArgumentException">The boundary cannot be read; whoever files grids checks with <see cref="GridBoundary.TryParse"/> first.</exception>
    public static Geometry Of(Grid grid) => Read(grid.BoundaryWkt);

    /// <exception cref="ArgumentException">The boundary cannot be read.</exception>
    public static Geometry Read(string boundaryWkt) =>
        GridBoundary.TryParse(boundaryWkt, out var boundary, out var reason) ? boundary : throw new ArgumentException(reason, nameof(boundaryWkt));

    public static Geometry Union(IEnumerable<Grid> grids) =>
        grids.Select(Of).Aggregate((Geometry)Polygon.Empty, (sum, area) => OverlayNGRobust.Overlay(sum, area, SpatialFunction.Union));

    public static bool Overlap(Geometry a, Geometry b) =>
        a.EnvelopeInternal.Intersects(b.EnvelopeInternal) && OverlayNGRobust.Overlay(a, b, SpatialFunction.Intersection).Area > Tolerance;

    /// <summary>Whether <paramref name="inner"/> has no area outside <paramref name="outer"/>.</summary>
    public static bool Covers(Geometry outer, Geometry inner) =>
        OverlayNGRobust.Overlay(inner, outer, SpatialFunction.Difference).Area <= Tolerance;

    public static bool AreSame(Geometry a, Geometry b) => Covers(a, b) && Covers(b, a);
}
