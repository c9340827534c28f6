using GridActors.ApiHost.Access;
using GridActors.ApiHost.Divisions;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Grains.Divisions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridActors.ApiHost.Catalogue;

/// <summary>The published catalogue.</summary>
internal static class CatalogueEndpoints
{
    public static void MapCatalogue(this IEndpointRouteBuilder routes)
    {
        var catalogue = routes.MapGroup("/v1/catalogue").WithTags("Catalogue");
        catalogue.MapGet("", FindAsync)
            .WithName("FindCatalogue")
            .Needs(Permission.ReadReference)
            .WithSummary("What incidents can be about in a division")
            .WithDescription("The division's own catalogue, or that of the nearest division above which has one.")
            .Answers<CatalogueResource>(StatusCodes.Status200OK)
            .Refuses(400, 404, 503)
            .DescribesParameter("division", "Twelve digits; the first prefecture where left out.", EndpointDocumentation.Text("^[0-9]{12}$"));
        var county = catalogue.MapGroup("/{county}");
        county.MapVersions();
        county.MapDraft();
        county.MapDryRun();
    }

    private static async Task<Results<Ok<CatalogueResource>, ProblemResult>> FindAsync(string? division, HttpContext http, IRegionDirectory directory, CancellationToken ct)
    {
        var region = await directory.AtLeastAsync(0, ct);
        DivisionCode? code = string.IsNullOrEmpty(division) ? region.Prefectures.Select(p => (DivisionCode?)p).FirstOrDefault()
            : DivisionCode.TryParse(division, out var parsed) ? parsed
            : null;
        if (code is null && !string.IsNullOrEmpty(division))
        {
            return ProblemResult.BadRequest("division_malformed", new FieldProblem("division", "division_malformed", "division is a division code of twelve digits."));
        }

        if (code is { } asked && (region.Find(asked) is null || (!string.IsNullOrEmpty(division) && !http.GetCaller().SeesAlong(Permission.ReadReference, asked))))
        {
            return DivisionEndpoints.Unknown(asked.ToString());
        }

        return code is { } known && region.CatalogueOf(known) is { } catalogue
            ? TypedResults.Ok(CatalogueResource.Of(catalogue))
            : ProblemResult.NotFound("no_catalogue", "No catalogue is published here.");
    }
}
