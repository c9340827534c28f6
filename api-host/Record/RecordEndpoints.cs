using System.Globalization;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Grains.Divisions;
using GridActors.Storage.Record;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace GridActors.ApiHost.Record;

/// <summary>The checkpoints of the record, for auditors to keep.</summary>
internal static class RecordEndpoints
{
    public static void MapRecord(this IEndpointRouteBuilder routes) => routes.MapGet("/v1/record/{county}/checkpoints", ListAsync)
        .WithTags("Record")
        .WithName("ListCheckpoints")
        .Needs(Permission.Audit)
        .WithSummary("The signed checkpoints of a county, oldest first; a copy kept elsewhere proves later that nothing was taken away")
        .Answers<CheckpointPage>(StatusCodes.Status200OK)
        .AnswersWithNextPage()
        .Refuses(400, 404, 503)
        .OnlyBelow("county", Unknown)
        .DescribesParameter("county", "Twelve digits of a county, or of the prefecture for what is filed under no county.", EndpointDocumentation.Text("^[0-9]{12}$"))
        .DescribesParameter("limit", $"The size of a page, 1 to {IncidentListQuery.MaxLimit}.", new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" })
        .DescribesParameter("cursor", "The nextCursor of the page before, which is the number of the last checkpoint that you have.", EndpointDocumentation.Text("^[0-9]+$"));

    private static async Task<Results<Ok<CheckpointPage>, ProblemResult>> ListAsync(
        string county,
        [FromQuery(Name = "limit")] string? limit,
        [FromQuery(Name = "cursor")] string? cursor,
        HttpContext http,
        IRegionDirectory directory,
        IRecordStore record,
        CancellationToken ct)
    {
        if (!DivisionCode.TryParse(county, out var division) || division.Level < DivisionLevel.County || (await directory.AtLeastAsync(0, ct)).Find(division) is null)
        {
            return Unknown(county);
        }

        var (size, after) = (IncidentListQuery.DefaultLimit, 0);
        if (!string.IsNullOrEmpty(limit) && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size is >= 1 and <= IncidentListQuery.MaxLimit))
        {
            return ProblemResult.BadRequest("invalid_query", [new FieldProblem("limit", "limit_out_of_range", $"limit is a whole number from 1 to {IncidentListQuery.MaxLimit}.")]);
        }

        if (!string.IsNullOrEmpty(cursor) && !int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            return ProblemResult.BadRequest("invalid_query", [new FieldProblem("cursor", "cursor_malformed", "cursor is the nextCursor of the page before, unchanged.")]);
        }

        // One more than asked for says whether there is another page.
        var found = await record.ListAsync(division, after, size + 1, ct);
        var next = found.Length > size ? found[size - 1].Number.ToString(CultureInfo.InvariantCulture) : null;
        PageLinks.Announce(http, next);
        return TypedResults.Ok(new CheckpointPage([.. found.Take(size).Select(CheckpointResource.Of)], next));
    }

    private static ProblemResult Unknown(string text) => ProblemResult.NotFound("unknown_division", $"There is no county or prefecture {text}; only those have checkpoints.");
}
