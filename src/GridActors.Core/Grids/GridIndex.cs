using System.Collections.Frozen;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace GridActors.Core.Grids;

/// <summary>Finds the grid of a place by containment in its boundary, over a packed R-tree of the boundaries' boxes. Immutable and safe to share.</summary>
public sealed class GridIndex
{
    private readonly FrozenDictionary<GridCode, Grid> _byCode;
    private readonly STRtree<Entry> _tree = new();

    /// <exception cref="ArgumentException">A boundary cannot be read; imports check with <see cref="GridBoundary.TryParse"/> first.</exception>
    public GridIndex(IEnumerable<Grid> grids)
    {
        _byCode = grids.ToFrozenDictionary(g => g.Code);
        foreach (var grid in _byCode.Values)
        {
            if (!GridBoundary.TryParse(grid.BoundaryWkt, out var boundary, out var reason))
            {
                throw new ArgumentException($"Grid {grid.Code}: {reason}.", nameof(grids));
            }

            _tree.Insert(boundary.EnvelopeInternal, new Entry(grid.Code, PreparedGeometryFactory.Prepare(boundary)));
        }

        _tree.Build();
    }

    public static GridIndex Empty { get; } = new([]);

    public int Count => _byCode.Count;

    public Grid? Find(GridCode code) => _byCode.GetValueOrDefault(code);

    /// <summary>
    /// The grid that contains a place, a dedicated grid before the base grid around it (DOMAIN 2). A place exactly on a
    /// boundary is offered to every grid that it touches or lies in; nothing is decided by rounding.
    /// </summary>
    public GridMatch Match(GeoPoint place)
    {
        var point = new Point(place.Lon, place.Lat);
        var touching = _tree.Query(point.EnvelopeInternal).Where(e => e.Boundary.Intersects(point)).ToList();
        var containing = touching.Where(e => e.Boundary.Contains(point)).OrderBy(e => e.Code).ToList();
        var dedicated = containing.FindIndex(e => e.Code.IsDedicated);
        return dedicated >= 0 ? new GridMatch([containing[dedicated].Code], containing[dedicated].Code)
            : touching.Count > 0 ? new GridMatch([.. touching.Select(e => e.Code).Order()], touching[0].Code)
            : new GridMatch([], Nearest(point));
    }

    /// <summary>The grids whose box touches the box of an area: every grid that touches the area, and maybe others.</summary>
    public IEnumerable<Grid> Near(Geometry area) => _tree.Query(area.EnvelopeInternal).Select(e => _byCode[e.Code]);

    private GridCode? Nearest(Point point) =>
        Count == 0 ? null : _tree.NearestNeighbour(point.EnvelopeInternal, new Entry(default, PreparedGeometryFactory.Prepare(point)), new ByDistance()).Code;

    private sealed record Entry(GridCode Code, IPreparedGeometry Boundary);

    private sealed class ByDistance : IItemDistance<Envelope, Entry>
    {
        public double Distance(IBoundable<Envelope, Entry> item1, IBoundable<Envelope, Entry> item2) =>
            item1.Item.Boundary.Geometry.Distance(item2.Item.Boundary.Geometry);
    }
}
