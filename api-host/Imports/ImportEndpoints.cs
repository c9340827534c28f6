using System.Text;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.Json;
using GridActors.ApiHost.Limits;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Hosting.Imports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Imports;

/// <summary>Files of reference data.</summary>
internal static class ImportEndpoints
{
    private const int MaxBytes = 64 * 1024 * 1024;

    public static void MapImports(this IEndpointRouteBuilder routes) => routes.MapPost("/v1/imports/{kind}", ImportAsync)
        .WithTags("Imports")
        .WithName("ImportReferenceData")
        .Needs(Permission.Administer)
        .WithSummary("Import a CSV file of reference data")
        .WithDescription("Bad rows are reported and left out, good rows are kept. The same file again changes nothing. UTF-8, at most 64 MiB.")
        .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
        .WithMetadata(new RequestTimeoutAttribute(RequestTimeouts.Long))
        .Accepts<string>("text/csv")
        .Answers<ImportResource>(StatusCodes.Status200OK)
        .Refuses(400, 404, 413, 415, 503)
        .DescribesParameter("kind", "divisions, departments, holidays, catalogue, grids or workers, to be imported in this order.");

    private static async Task<Results<Ok<ImportResource>, ProblemResult>> ImportAsync(string kind, HttpRequest request, ReferenceImport import, CancellationToken ct)
    {
        if (!ApiJson.TryReadName<ImportKind>(kind, out var importKind))
        {
            return ProblemResult.NotFound("unknown_import", $"There is no import of {kind}.");
        }

        using var csv = new StreamReader(request.Body, Encoding.UTF8);
        return TypedResults.Ok(ImportResource.Of(await import.ImportAsync(importKind, csv, rows: null, ct)));
    }
}
