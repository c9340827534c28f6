using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.Json;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Measures;
using GridActors.Storage.Measures;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace GridActors.ApiHost.Measures;

/// <summary>The figures (DOMAIN 8) and the incidents that they count.</summary>
internal static class MeasureEndpoints
{
    private const string Path = "/v1/measures";

    public static void MapMeasures(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, SumAsync)
            .WithTags("Measures")
            .WithName("GetMeasures")
            .Needs(Permission.ReadMeasures)
            .WithSummary("Figures and rates of a period by day, grid, worker, department or division, as JSON or CSV")
            .Produces<MeasurePage>(StatusCodes.Status200OK, "application/json", MeasureCsv.MediaType)
            .AnswersWithNextPage()
            .Refuses(400, 503)
            .DescribesMeasureFilter()
            .DescribesParameter("by", "What a row is of; divisions are those right below under, or counties. One row for all where it is left out.", OneOf<MeasureDimension>())
            .DescribesParameter("limit", "Rows of a page.", EndpointDocumentation.WholeNumber(1, MeasureQuery.MaxLimit, MeasureQuery.DefaultLimit))
            .DescribesParameter("cursor", "The nextCursor of the page before.", new OpenApiSchema { Type = JsonSchemaType.String })
            .DescribesParameter("format", "json or csv, whatever the Accept header says. The next page of CSV is in the Link header.", EndpointDocumentation.OneOf(MeasureQuery.JsonFormat, MeasureQuery.CsvFormat));

        routes.MapGet(MeasureRows.ListPath, ListAsync)
            .WithTags("Measures")
            .WithName("ListMeasuredIncidents")
            .Needs(Permission.ReadMeasures)
            .WithSummary("The incidents that a figure counts, by day")
            .Answers<MeasureEntryPage>(StatusCodes.Status200OK)
            .AnswersWithNextPage()
            .Refuses(400, 503)
            .DescribesMeasureFilter()
            .DescribesParameter("figure", "Which figure.", OneOf<MeasureFigure>(), isRequired: true)
            .DescribesParameter("limit", "The size of a page.", EndpointDocumentation.WholeNumber(1, IncidentListQuery.MaxLimit, IncidentListQuery.DefaultLimit))
            .DescribesParameter("cursor", "The nextCursor of the page before.", new OpenApiSchema { Type = JsonSchemaType.String });
    }

    private static async Task<Results<Ok<MeasurePage>, ContentHttpResult, ProblemResult>> SumAsync(
        [AsParameters] MeasureQuery query, HttpContext http, IMeasureStore store, TimeProvider clock, CancellationToken ct)
    {
        var filter = query.Read(clock.GetUtcNow(), out var grouping, out var limit, out var problems);
        if (!problems.IsEmpty)
        {
            return ProblemResult.BadRequest("invalid_query", problems);
        }

        // One more than asked for says whether there is another page.
        filter = filter with { Within = ReadScope.PlacesOf(http.GetCaller(), Permission.ReadMeasures) };
        var sums = await store.SumAsync(filter, grouping, query.After, limit + 1, ct);
        var next = sums.Length > limit ? sums[limit - 1].Key : null;
        if (grouping.Dimension == MeasureDimension.Total && sums.IsEmpty)
        {
            sums = [new MeasureSum("", FrozenDictionary<MeasureFigure, long>.Empty)];
        }

        ImmutableArray<MeasureRow> rows = [.. sums.Take(limit).Select(s => MeasureRows.Of(s, grouping, filter))];
        PageLinks.Announce(http, next);
        if (!(query.IsCsv ?? AcceptsCsv(http.Request)))
        {
            return TypedResults.Ok(new MeasurePage(filter.From, filter.To, grouping.Dimension, rows, next));
        }

        http.Response.Headers.ContentDisposition = "attachment; filename=\"measures.csv\"";
        return TypedResults.Text(MeasureCsv.Write(ApiJson.NameOf(grouping.Dimension), rows), MeasureCsv.MediaType, Encoding.UTF8);
    }

    private static async Task<Results<Ok<MeasureEntryPage>, ProblemResult>> ListAsync(
        [AsParameters] MeasureListQuery query, HttpContext http, IMeasureStore store, TimeProvider clock, CancellationToken ct)
    {
        var filter = query.Read(clock.GetUtcNow(), out var figure, out var after, out var limit, out var problems);
        if (!problems.IsEmpty)
        {
            return ProblemResult.BadRequest("invalid_query", problems);
        }

        var found = await store.ListAsync(filter with { Within = ReadScope.PlacesOf(http.GetCaller(), Permission.ReadMeasures) }, figure, after, limit + 1, ct);
        var cursor = found.Length > limit ? MeasureListQuery.WriteCursor(found[limit - 1].Cursor) : null;
        PageLinks.Announce(http, cursor);
        return TypedResults.Ok(new MeasureEntryPage([.. found.Take(limit).Select(MeasureEntryResource.Of)], cursor));
    }

    private static bool AcceptsCsv(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals(MeasureCsv.MediaType, StringComparison.OrdinalIgnoreCase));

    private static RouteHandlerBuilder DescribesMeasureFilter(this RouteHandlerBuilder endpoint) => endpoint
        .DescribesParameter("under", "A division of 12 digits: everything below it.", EndpointDocumentation.Text("^[0-9]{12}$"))
        .DescribesParameter("grid", "A grid of 15 digits, or a division of 12 for what is filed under no grid.", EndpointDocumentation.Text("^([0-9]{12}|[0-9]{15})$"))
        .DescribesParameter("worker", "A worker's badge: what counts for that worker.", new OpenApiSchema { Type = JsonSchemaType.String })
        .DescribesParameter("department", "A department's code: what counts for that department.", new OpenApiSchema { Type = JsonSchemaType.String })
        .DescribesParameter("from", $"The first day; {MeasureFilterReader.DefaultDays} days before the last where it is left out.", new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" })
        .DescribesParameter("to", $"The last day, today where it is left out; {MeasureFilterReader.MaxDays} days at most.", new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" });

    private static OpenApiSchema OneOf<TEnum>()
        where TEnum : struct, Enum => EndpointDocumentation.OneOf([.. Enum.GetValues<TEnum>().Select(ApiJson.NameOf)]);
}
