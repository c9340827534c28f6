using System.Collections.Immutable;
using GridActors.ApiHost.Workers;
using GridActors.Contracts.Grids;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Workers;

namespace GridActors.ApiHost.Grids;

/// <summary>A grid with its roster.</summary>
/// <param name="Code">Fifteen digits: the village and a number.</param>
/// <param name="Households">Null for a dedicated grid.</param>
/// <param name="Dedicated">A school, hospital, office building or enterprise; it wins over the base grid around it.</param>
/// <param name="Village">The village that it lies in.</param>
/// <param name="BoundaryWkt">Its area as a WKT polygon or multipolygon, longitude before latitude, WGS 84 degrees.</param>
/// <param name="OnDuty">Who is on duty now, best first.</param>
/// <param name="EndedAt">When it ended; null while it is there. Its code is never used again.</param>
public sealed record GridResource(
    GridCode Code,
    string Name,
    GridKind Kind,
    int? Households,
    bool Dedicated,
    DivisionCode Village,
    string BoundaryWkt,
    ImmutableArray<GridWorkerResource> Workers,
    ImmutableArray<WorkerId> OnDuty,
    DateTimeOffset? EndedAt)
{
    /// <param name="utcOffset">Of the county's local time.</param>
    public static GridResource Of(GridDetails details, DateTimeOffset now, TimeSpan utcOffset)
    {
        var onDuty = Roster.OnDuty(details.Roster, now, utcOffset);
        return new GridResource(
            details.Grid.Code,
            details.Grid.Name,
            details.Grid.Kind,
            details.Grid.Households,
            details.Grid.Code.IsDedicated,
            details.Grid.Code.Village,
            details.Grid.BoundaryWkt,
            [.. details.Roster.Select(d => new GridWorkerResource(d.WorkerId, d.Role, ShiftResource.Of(d.Shift), d.IsOnDuty(now, utcOffset), d.From, d.Until, d.IsCover))],
            details.EndedAt is null ? onDuty : [],
            details.EndedAt);
    }
}

/// <param name="OnDuty">Whether this duty holds and its shift covers this moment.</param>
/// <param name="From">Null where it always held.</param>
/// <param name="Until">Null for no end.</param>
/// <param name="Cover">Stands in here for a time.</param>
public sealed record GridWorkerResource(
    WorkerId WorkerId,
    WorkerRole Role,
    ShiftResource Shift,
    bool OnDuty,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    bool Cover);

/// <summary>A grid in a list.</summary>
public sealed record GridSummary(GridCode Code, string Name, GridKind Kind)
{
    public static GridSummary Of(Grid grid) => new(grid.Code, grid.Name, grid.Kind);
}
