namespace GridActors.Core.Incidents;

/// <summary>How a change of grids changes an incident.</summary>
internal static class PlaceEvolution
{
    /// <summary>A supervisor of another chain has nothing to watch any more.</summary>
    public static Incident Refiled(Incident incident, IncidentRefiled change) => incident with
    {
        Place = change.To,
        Holder = change.Holder,
        Supervisor = incident.Supervisor is { } supervisor && supervisor.Tier > change.Holder.Tier && change.To.ListPosts().Contains(supervisor) ? supervisor : null,
        Why = incident.Why.Add(change.Why),
    };
}
