using GridActors.ApiHost.Access;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.Limits;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Incidents;
using GridActors.Grains;
using GridActors.Grains.Divisions;
using GridActors.Storage.Incidents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Catalogue;

/// <summary>Tries the draft on the past before it is published.</summary>
internal static class DryRunEndpoints
{
    private const int DefaultLimit = 500;
    private const int MaxLimit = 2_000;

    public static void MapDryRun(this IEndpointRouteBuilder county) => county.MapPost("/dry-run", RunAsync)
        .WithName("DryRunCatalogue")
        .Needs(Permission.ReadMeasures)
        .WithSummary("What a past period would have looked like under the draft; changes nothing")
        .WithDescription("Goes through the incidents reported in the period, newest first, at most 2,000 in a call: what people did, at the instants at which they did it, with the deadlines of the draft. For the prefecture, counties with a catalogue of their own are left out.")
        .NeedsBody()
        .WithMetadata(new RequestTimeoutAttribute(RequestTimeouts.Long))
        .Answers<DryRunResource>(StatusCodes.Status200OK)
        .Refuses(400, 404, 413, 415, 503)
        .OnlyBelow("county", CatalogueDivisions.Unknown)
        .DescribesCatalogueDivision();

    private static async Task<Results<Ok<DryRunResource>, ProblemResult>> RunAsync(
        string county,
        [FromBody] DryRunBody? body,
        HttpContext http,
        IRegionDirectory directory,
        IGrainFactory grains,
        IIncidentList list,
        IIncidentJournal journal,
        TimeProvider clock,
        CancellationToken ct)
    {
        var region = await directory.AtLeastAsync(0, ct);
        if (!CatalogueDivisions.TryRead(county, region, out var division, out var problem))
        {
            return problem;
        }

        if (ProblemsOf(body ?? new DryRunBody()) is { Length: > 0 } problems)
        {
            return ProblemResult.BadRequest("invalid_dry_run", [.. problems]);
        }

        if (await grains.GetCatalogue(division).GetDraftAsync(ct) is not { } draft)
        {
            return CatalogueProblems.NoDraft;
        }

        // Behind every incident that was reported at the end of the period or later.
        var start = ListCursors.TryRead(body!.Cursor ?? "", out var cursor) ? cursor : new ListCursor(WholeMillisecond(body.To!.Value), new IncidentId(Guid.Empty));
        var run = new DryRun(grains, list, journal, region, ReadScope.Of(http.GetCaller()), clock.GetUtcNow());
        return TypedResults.Ok(await run.RunAsync(division, draft, body.From!.Value, start, body.Limit ?? DefaultLimit, ct));
    }

    private static FieldProblem[] ProblemsOf(DryRunBody body)
    {
        var problems = new List<FieldProblem>();
        AddIf(body.From is null, "from", "from_required", "from is needed: the first instant of the period.");
        AddIf(body.To is null, "to", "to_required", "to is needed: the first instant behind the period.");
        AddIf(body.From >= body.To, "to", "period_empty", "to lies behind from.");
        AddIf(body.Limit is < 1 or > MaxLimit, "limit", "limit_out_of_range", $"limit is a whole number from 1 to {MaxLimit}.");
        AddIf(!string.IsNullOrEmpty(body.Cursor) && !ListCursors.TryRead(body.Cursor, out _), "cursor", "cursor_malformed", "cursor is the nextCursor of the call before, unchanged.");
        return [.. problems];

        void AddIf(bool isWrong, string field, string code, string message)
        {
            if (isWrong)
            {
                problems.Add(new FieldProblem(field, code, message));
            }
        }
    }

    /// <summary>The store keeps whole milliseconds: the first one that is not before an instant.</summary>
    private static DateTimeOffset WholeMillisecond(DateTimeOffset instant)
    {
        var fraction = instant.UtcTicks % TimeSpan.TicksPerMillisecond;
        return fraction == 0 ? instant : instant.AddTicks(TimeSpan.TicksPerMillisecond - fraction);
    }
}
