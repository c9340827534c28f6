using System.Collections.Immutable;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.Divisions;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.ApiHost.Workers;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Workers;
using GridActors.Grains;
using GridActors.Grains.Divisions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridActors.ApiHost.Grids;

/// <summary>A grid for everybody (Art. 9, 16): no login, nothing about a person.</summary>
internal static class PublicGridEndpoints
{
    public static void MapPublicGrids(this IEndpointRouteBuilder routes) => routes.MapGet("/v1/public/grids/{code}", FindAsync)
        .WithTags("Public")
        .WithName("FindPublicGrid")
        .Needs(Permission.ReadPublic)
        .WithSummary("A grid: its area, what it belongs to, which roles are on duty when, and where to complain")
        .Answers<PublicGridResource>(StatusCodes.Status200OK)
        .Refuses(404, 503)
        .DescribesParameter("code", "Fifteen digits.", EndpointDocumentation.Text("^[0-9]{15}$"));

    private static async Task<Results<Ok<PublicGridResource>, ProblemResult>> FindAsync(
        string code, IRegionDirectory directory, IGrainFactory grains, TimeProvider clock, CancellationToken ct)
    {
        var region = await directory.AtLeastAsync(0, ct);
        if (!GridCode.TryParse(code, out GridCode gridCode) || region.Grids.Find(gridCode) is not { } grid)
        {
            return ProblemResult.NotFound("unknown_grid", $"There is no grid {code}.");
        }

        var roster = (await grains.GetGrid(gridCode).GetAsync(ct))?.Roster ?? [];
        var onDuty = Roster.OnDuty(roster, clock.GetUtcNow(), region.CalendarOf(gridCode.Village).UtcOffset);
        return TypedResults.Ok(new PublicGridResource(
            grid.Code,
            grid.Name,
            grid.Kind,
            grid.BoundaryWkt,
            [.. DivisionsAbove(gridCode, region)],
            [.. roster.Select(d => new GridDutyResource(d.Role, ShiftResource.Of(d.Shift), onDuty.Contains(d.WorkerId)))]));
    }

    private static IEnumerable<DivisionResource> DivisionsAbove(GridCode grid, RegionSnapshot region)
    {
        for (DivisionCode? at = grid.Village; at is { } code; at = code.Parent)
        {
            if (region.Find(code) is { } division)
            {
                yield return DivisionResource.Of(division);
            }
        }
    }
}

/// <summary>A grid as everybody may see it.</summary>
/// <param name="BoundaryWkt">Its area as WKT, longitude before latitude, WGS 84 degrees.</param>
/// <param name="Divisions">Village, township, county and prefecture; <c>/v1/public/catalogue</c> has the complaint channels of each.</param>
/// <param name="Duties">One a duty: the role and its hours, without whose they are.</param>
public sealed record PublicGridResource(
    GridCode Code,
    string Name,
    GridKind Kind,
    string BoundaryWkt,
    ImmutableArray<DivisionResource> Divisions,
    ImmutableArray<GridDutyResource> Duties);

/// <summary>A role at a grid.</summary>
/// <param name="OnDuty">Whether somebody in it is on duty now.</param>
public sealed record GridDutyResource(WorkerRole Role, ShiftResource Shift, bool OnDuty);
