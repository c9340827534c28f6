using GridActors.ApiHost.Access;
using GridActors.ApiHost.Divisions;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Grains.Divisions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridActors.ApiHost.Catalogue;

/// <summary>The catalogue for everybody: no login, nothing about a person.</summary>
internal static class PublicCatalogueEndpoints
{
    public static void MapPublicCatalogue(this IEndpointRouteBuilder routes) => routes.MapGet("/v1/public/catalogue", FindAsync)
        .WithTags("Public")
        .WithName("FindPublicCatalogue")
        .Needs(Permission.ReadPublic)
        .WithSummary("What can be reported here, who answers for it and how long it may take, what is refused, and where to complain")
        .Answers<PublicCatalogueResource>(StatusCodes.Status200OK)
        .Refuses(400, 404, 503)
        .DescribesParameter("division", "Twelve digits; the first prefecture where left out.", EndpointDocumentation.Text("^[0-9]{12}$"));

    private static async Task<Results<Ok<PublicCatalogueResource>, ProblemResult>> FindAsync(string? division, IRegionDirectory directory, CancellationToken ct)
    {
        var region = await directory.AtLeastAsync(0, ct);
        var text = string.IsNullOrEmpty(division) ? region.Prefectures.Select(p => p.ToString()).FirstOrDefault() : division;
        if (text is not null && !DivisionCode.TryParse(text, out _))
        {
            return ProblemResult.BadRequest("division_malformed", new FieldProblem("division", "division_malformed", "division is a division code of twelve digits."));
        }

        return text is null ? ProblemResult.NotFound("no_catalogue", "No catalogue is published here.")
            : region.Find(DivisionCode.Parse(text)) is not { } asked ? DivisionEndpoints.Unknown(text)
            : region.CatalogueOf(asked.Code) is not { } catalogue ? ProblemResult.NotFound("no_catalogue", "No catalogue is published here.")
            : TypedResults.Ok(PublicCatalogueResource.Of(asked, catalogue));
    }
}
