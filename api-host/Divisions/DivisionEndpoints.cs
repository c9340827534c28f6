using GridActors.ApiHost.Access;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Grains.Divisions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridActors.ApiHost.Divisions;

/// <summary>The divisions of the region, from the prefecture down to the grids.</summary>
internal static class DivisionEndpoints
{
    public static void MapDivisions(this IEndpointRouteBuilder routes)
    {
        var divisions = routes.MapGroup("/v1/divisions").WithTags("Divisions");
        divisions.MapGet("", ListPrefecturesAsync)
            .WithName("ListPrefectures")
            .Needs(Permission.ReadReference)
            .WithSummary("The prefectures of this region: where to start")
            .Answers<ItemList<DivisionResource>>(StatusCodes.Status200OK)
            .Refuses(503);
        divisions.MapGet("/{code}", FindAsync)
            .WithName("FindDivision")
            .Needs(Permission.ReadReference)
            .WithSummary("A division by its code")
            .Answers<DivisionResource>(StatusCodes.Status200OK)
            .Refuses(404, 503)
            .OnlyAlong("code", Unknown)
            .DescribesParameter("code", "Twelve digits.", EndpointDocumentation.Text("^[0-9]{12}$"));
        divisions.MapGet("/{code}/children", ListChildrenAsync)
            .WithName("ListChildren")
            .Needs(Permission.ReadReference)
            .WithSummary("What lies right below a division; below a village, its grids")
            .Answers<ItemList<DivisionChildResource>>(StatusCodes.Status200OK)
            .Refuses(404, 503)
            .OnlyAlong("code", Unknown)
            .DescribesParameter("code", "Twelve digits.", EndpointDocumentation.Text("^[0-9]{12}$"));
    }

    public static ProblemResult Unknown(string code) => ProblemResult.NotFound("unknown_division", $"There is no division {code}.");

    private static async Task<Ok<ItemList<DivisionResource>>> ListPrefecturesAsync(HttpContext http, IRegionDirectory directory, CancellationToken ct)
    {
        var region = await directory.AtLeastAsync(0, ct);
        return TypedResults.Ok(new ItemList<DivisionResource>([.. region.Prefectures.Where(p => http.GetCaller().SeesAlong(Permission.ReadReference, p)).Select(p => DivisionResource.Of(region.Find(p)!))]));
    }

    private static async Task<Results<Ok<DivisionResource>, ProblemResult>> FindAsync(string code, IRegionDirectory directory, CancellationToken ct)
    {
        var region = await directory.AtLeastAsync(0, ct);
        return DivisionCode.TryParse(code, out var divisionCode) && region.Find(divisionCode) is { } division
            ? TypedResults.Ok(DivisionResource.Of(division))
            : Unknown(code);
    }

    private static async Task<Results<Ok<ItemList<DivisionChildResource>>, ProblemResult>> ListChildrenAsync(string code, HttpContext http, IRegionDirectory directory, CancellationToken ct)
    {
        var region = await directory.AtLeastAsync(0, ct);
        if (!DivisionCode.TryParse(code, out var parent) || region.Find(parent) is null)
        {
            return Unknown(code);
        }

        var divisions = region.ChildrenOf(parent).Where(c => http.GetCaller().SeesAlong(Permission.ReadReference, c)).Select(c => new DivisionChildResource(c.ToString(), region.Find(c)!.Name, Post.Of(c).Tier, parent, Kind: null));
        var grids = region.GridsOf(parent).Where(c => http.GetCaller().Has(Permission.ReadReference, c.ToString())).Select(c => region.Grids.Find(c)!).Select(g => new DivisionChildResource(g.Code.ToString(), g.Name, Tier.Grid, parent, g.Kind));
        return TypedResults.Ok(new ItemList<DivisionChildResource>([.. divisions, .. grids]));
    }
}
