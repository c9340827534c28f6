using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Divisions;

/// <summary>A prefecture, county, township or village.</summary>
/// <param name="Code">Twelve digits; level and parent follow from them.</param>
/// <param name="Parent">The division one level up; null for a prefecture.</param>
public sealed record DivisionResource(DivisionCode Code, string Name, DivisionLevel Level, DivisionCode? Parent)
{
    public static DivisionResource Of(Division division) => new(division.Code, division.Name, division.Code.Level, division.Code.Parent);
}

/// <summary>What lies right below a division: a division, or a grid of a village.</summary>
/// <param name="Code">Twelve digits of a division, or fifteen of a grid.</param>
/// <param name="Level">The division's level, or "grid".</param>
/// <param name="Kind">What a grid covers; null for a division.</param>
public sealed record DivisionChildResource(string Code, string Name, Tier Level, DivisionCode Parent, GridKind? Kind);
