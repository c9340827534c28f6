using System.Collections.Immutable;
using System.Globalization;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Grids;
using GridActors.Grains;
using GridActors.Grains.Divisions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridActors.ApiHost.Grids;

/// <summary>Grids by code and by place.</summary>
internal static class GridEndpoints
{
    public static void MapGrids(this IEndpointRouteBuilder routes)
    {
        var grids = routes.MapGroup("/v1/grids").WithTags("Grids");
        grids.MapGet("", MatchAsync)
            .WithName("MatchGrids")
            .Needs(Permission.ReadReference)
            .WithSummary("The grid of a place")
            .WithDescription("Several grids on a boundary, none outside every grid. A dedicated grid wins over the base grid around it.")
            .Answers<ItemList<GridSummary>>(StatusCodes.Status200OK)
            .Refuses(400, 503)
            .DescribesParameter("lat", "Latitude in degrees, WGS 84.", EndpointDocumentation.Degrees(90), isRequired: true)
            .DescribesParameter("lon", "Longitude in degrees, WGS 84.", EndpointDocumentation.Degrees(180), isRequired: true);
        grids.MapGet("/{code}", FindAsync)
            .WithName("FindGrid")
            .Needs(Permission.ReadReference)
            .WithSummary("A grid with its roster")
            .Answers<GridResource>(StatusCodes.Status200OK)
            .Refuses(404, 503)
            .OnlyBelow("code", Unknown)
            .DescribesParameter("code", "Fifteen digits.", EndpointDocumentation.Text("^[0-9]{15}$"));
    }

    public static ProblemResult Unknown(string code) => ProblemResult.NotFound("unknown_grid", $"There is no grid {code}.");

    private static async Task<Results<Ok<ItemList<GridSummary>>, ProblemResult>> MatchAsync(string? lat, string? lon, IRegionDirectory directory, CancellationToken ct)
    {
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        var place = new GeoPoint(ReadDegrees("lat", lat, 90, problems), ReadDegrees("lon", lon, 180, problems));
        if (problems.Count > 0)
        {
            return ProblemResult.BadRequest("invalid_query", problems.ToImmutable());
        }

        var index = (await directory.AtLeastAsync(0, ct)).Grids;
        return TypedResults.Ok(new ItemList<GridSummary>([.. index.Match(place).Grids.Select(g => GridSummary.Of(index.Find(g)!))]));
    }

    private static double ReadDegrees(string name, string? text, int most, ImmutableArray<FieldProblem>.Builder problems)
    {
        if (string.IsNullOrEmpty(text))
        {
            problems.Add(new FieldProblem(name, $"{name}_required", $"{name} is needed."));
            return 0;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most)
        {
            return degrees;
        }

        problems.Add(new FieldProblem(name, $"{name}_out_of_range", $"{name} is a number of degrees from -{most} to {most}."));
        return 0;
    }

    private static async Task<Results<Ok<GridResource>, ProblemResult>> FindAsync(
        string code,
        IGrainFactory grains,
        IRegionDirectory directory,
        TimeProvider clock,
        CancellationToken ct)
    {
        if (!GridCode.TryParse(code, out GridCode gridCode) || await grains.GetGrid(gridCode).GetAsync(ct) is not { } details)
        {
            return Unknown(code);
        }

        var region = await directory.AtLeastAsync(0, ct);
        return TypedResults.Ok(GridResource.Of(details, clock.GetUtcNow(), region.CalendarOf(gridCode.Village).UtcOffset));
    }
}
