using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using NetTopologySuite.Geometries;

namespace GridActors.Core.Grids;

/// <summary>Where an open incident is filed once grids changed.</summary>
public static class GridSuccession
{
    /// <summary>
    /// By its location, where that lies in the grid as it was and leads to a grid that there is now; otherwise by name: the
    /// successor takes the place of a grid that ended.
    /// </summary>
    /// <param name="grids">The grids as they are now, with the change.</param>
    /// <returns>The same place where it stays as it is.</returns>
    public static ReportedPlace PlaceOf(ReportedPlace place, GridChange change, GridIndex grids)
    {
        if (!place.Grids.Intersect(change.Codes).Any())
        {
            return place;
        }

        ImmutableArray<GridCode> byName = [.. place.Grids.Select(g => change.Ended.Contains(g) ? change.Successor ?? g : g).Distinct().Order()];
        var byLocation = place.Location is { } location && LayIn(location, place, change) ? grids.Match(location).Grids : [];
        return At(place, byLocation.IsEmpty ? byName : byLocation);
    }

    private static bool LayIn(GeoPoint location, ReportedPlace place, GridChange change) =>
        change.Before.Any(g => place.Grids.Contains(g.Code) && GridAreas.Of(g).Intersects(new Point(location.Lon, location.Lat)));

    private static ReportedPlace At(ReportedPlace place, ImmutableArray<GridCode> grids) => grids.SequenceEqual(place.Grids)
        ? place
        : place with { Grids = grids, County = grids[0].Village.AncestorAt(DivisionLevel.County)!.Value };
}
