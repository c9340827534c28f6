namespace GridActors.Core.Incidents;

/// <summary>When two reports are taken for the same thing (DOMAIN 5): the same item, near in place and time.</summary>
public static class Duplicates
{
    /// <value>Meters.</value>
    public const double WithinMeters = 50;

    public static TimeSpan Within { get; } = TimeSpan.FromHours(24);

    /// <summary>Whether an open incident may be the same as another. Where one of them has no location, the same grid is near.</summary>
    public static bool AreLikely(Incident incident, Incident other) =>
        other.Id != incident.Id
        && other.IsOpen
        && other.Item.Code == incident.Item.Code
        && (other.ReportedAt - incident.ReportedAt).Duration() <= Within
        && AreNear(incident.Place, other.Place);

    private static bool AreNear(ReportedPlace place, ReportedPlace other) =>
        place.Location is { } here && other.Location is { } there
            ? here.MetersTo(there) <= WithinMeters
            : place.Grids.Intersect(other.Grids).Any();
}
