using System.Collections.Immutable;
using GridActors.Core.Departments;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;

namespace GridActors.Core.Access;

/// <summary>What the rules of jurisdiction ask of an incident, and no more of it.</summary>
/// <param name="PlaceCodes">Its grids; what it is filed under where it has none, or where it goes past whom it is about.</param>
/// <param name="IsOversight">A complaint or an appeal: seen from its floor up only (DOMAIN 9).</param>
/// <param name="Departments">Every one that has, or had, a task of it.</param>
[GenerateSerializer, Immutable, Alias("incident-access")]
public sealed record IncidentAccess(
    [property: Id(0)] ImmutableArray<string> PlaceCodes,
    [property: Id(1)] bool IsOversight,
    [property: Id(2)] WorkerId? Handler,
    [property: Id(3)] ImmutableArray<DepartmentCode> Departments)
{
    public static IncidentAccess Of(Incident incident)
    {
        var (place, isOversight) = (incident.Place, incident.Place.Floor > Tier.Grid);
        return new IncidentAccess(
            isOversight || place.Grids.IsEmpty ? [place.PlaceCode] : [.. place.Grids.Select(g => g.ToString())],
            isOversight,
            incident.Handler,
            incident.Dispatch is { } dispatch ? [.. dispatch.Tasks.Select(t => t.Department)] : []);
    }
}
