using GridActors.ApiHost.Access;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Storage.Incidents;
using GridActors.Storage.Refusals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace GridActors.ApiHost.Refusals;

/// <summary>The record of what was refused because it is not on the list, or reserved to an authority (Art. 15).</summary>
internal static class RefusalEndpoints
{
    public static void MapRefusals(this IEndpointRouteBuilder routes) => routes.MapGet("/v1/refusals", ListAsync)
        .WithTags("Refusals")
        .WithName("ListRefusals")
        .Needs(Permission.ReadMeasures)
        .WithSummary("Reports refused for what they ask for: counted by reason and item, and listed newest first")
        .Answers<RefusalPage>(StatusCodes.Status200OK)
        .AnswersWithNextPage()
        .Refuses(400, 503)
        .DescribesParameter("under", "A division of 12 digits: everything below it.", EndpointDocumentation.Text("^[0-9]{12}$"))
        .DescribesParameter("from", "The first instant of the period.", Instant())
        .DescribesParameter("to", "The first instant behind the period.", Instant())
        .DescribesParameter("limit", $"The size of a page, 1 to {IncidentListQuery.MaxLimit}.", new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" })
        .DescribesParameter("cursor", "The nextCursor of the page before.", new OpenApiSchema { Type = JsonSchemaType.String });

    private static async Task<Results<Ok<RefusalPage>, ProblemResult>> ListAsync([AsParameters] RefusalQuery query, HttpContext http, IRefusedReports refusals, CancellationToken ct)
    {
        var filter = query.Read(out var after, out var limit, out var problems);
        if (!problems.IsEmpty)
        {
            return ProblemResult.BadRequest("invalid_query", problems);
        }

        filter = filter with { Within = ReadScope.PlacesOf(http.GetCaller(), Permission.ReadMeasures) };

        // One more than asked for says whether there is another page.
        var counts = await refusals.CountAsync(filter, ct);
        var found = await refusals.ListAsync(filter, after, limit + 1, ct);
        var cursor = found.Length > limit ? ListCursors.Write(new ListCursor(found[limit - 1].At, found[limit - 1].Id)) : null;
        PageLinks.Announce(http, cursor);
        return TypedResults.Ok(new RefusalPage(
            counts.Sum(c => c.Count),
            [.. counts.Select(c => new RefusalCountResource(c.Reason, c.ItemCode, c.Count))],
            [.. found.Take(limit).Select(RefusalResource.Of)],
            cursor));
    }

    private static OpenApiSchema Instant() => new() { Type = JsonSchemaType.String, Format = "date-time" };
}
