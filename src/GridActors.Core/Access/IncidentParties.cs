using System.Collections.Immutable;
using GridActors.Core.Departments;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;

namespace GridActors.Core.Access;

/// <summary>
/// Who may read an incident besides those above the place that it is filed under: its handler, its departments, and, where it lies
/// on a boundary, the places across it. Stores keep them as texts, so that each is one range of an index.
/// </summary>
public static class IncidentParties
{
    /// <summary>Digits that tell a prefecture, county, township, village and grid.</summary>
    private static readonly int[] s_prefixLengths = [4, 6, 9, 12, 15];

    public static string Of(WorkerId worker) => $"worker:{worker}";

    public static string Of(DepartmentCode department) => $"department:{department}";

    /// <param name="prefix">The leading digits of a place across a boundary.</param>
    public static string Of(string prefix) => $"place:{prefix}";

    /// <summary>None for a complaint or an appeal, which only those above its floor see.</summary>
    public static ImmutableArray<string> Of(Incident incident)
    {
        if (incident.Place.Floor > Tier.Grid || incident is { Handler: null, Dispatch: null, Place.Grids.Length: <= 1 })
        {
            return [];
        }

        var departments = incident.Dispatch?.Tasks.Select(t => Of(t.Department)) ?? [];
        var handler = incident.Handler is { } worker ? [Of(worker)] : Enumerable.Empty<string>();
        return [.. handler.Concat(departments).Concat(Across(incident.Place)).Distinct()];
    }

    /// <summary>At each level the places that are not the one it is filed under.</summary>
    private static IEnumerable<string> Across(ReportedPlace place)
    {
        foreach (var grid in place.Grids.Skip(1).Select(g => g.ToString()))
        {
            foreach (var length in s_prefixLengths.Where(l => !place.PlaceCode.StartsWith(grid[..l], StringComparison.Ordinal)))
            {
                yield return Of(grid[..length]);
            }
        }
    }
}
