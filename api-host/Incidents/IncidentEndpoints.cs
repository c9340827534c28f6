using GridActors.ApiHost.Access;
using GridActors.ApiHost.Departments;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Incidents;
using GridActors.Hosting.Incidents;
using GridActors.Storage.Incidents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Incidents;

/// <summary>Reports, and incidents as they stand.</summary>
internal static class IncidentEndpoints
{
    public static void MapIncidents(this IEndpointRouteBuilder routes)
    {
        var incidents = routes.MapGroup("/v1/incidents").WithTags("Incidents");
        incidents.MapPost("", ReportAsync)
            .WithName("ReportIncident")
            .Needs(Permission.Report)
            .WithSummary("Report an incident")
            .WithDescription("Routes the report to the post that has to act. With an Idempotency-Key a retry of the same report answers 200 and the same incident.")
            .Answers<IncidentResource>(StatusCodes.Status200OK, StatusCodes.Status201Created)
            .Refuses(400, 413, 415, 422, 503)
            .NeedsBody()
            .AnswersWithVersion(200, 201)
            .AnswersWithHeader("Location", "Where the incident is.", 201)
            .DescribesParameter(IdempotencyKeys.Header, "1 to 255 visible ASCII characters. The same key with the same report always leads to the same incident; with another report it is refused.");
        incidents.MapGet("", ListAsync)
            .WithName("ListIncidents")
            .Needs(Permission.ReadIncidents)
            .WithSummary("List incidents, newest report first")
            .WithDescription("A page at a time: follow the Link header, or pass nextCursor as cursor, until there is none.")
            .DescribesListParameters()
            .Answers<IncidentPage>(StatusCodes.Status200OK)
            .AnswersWithNextPage()
            .Refuses(400, 503);
        incidents.MapGet("/{id}", FindAsync)
            .WithName("FindIncident")
            .Needs(Permission.ReadIncidents)
            .WithSummary("An incident as it stands")
            .Answers<IncidentResource>(StatusCodes.Status200OK)
            .Produces(StatusCodes.Status304NotModified)
            .Refuses(404, 503)
            .DescribesIncidentId()
            .AnswersWithVersion(200, 304)
            .DescribesParameter("If-None-Match", "The ETag that is known already: 304 where it still holds.");
        incidents.MapHistory();
        incidents.MapCommands();
        incidents.MapDispatch();
        incidents.MapMerges();
        incidents.MapRequesters();
    }

    private static async Task<Results<Ok<IncidentResource>, Created<IncidentResource>, ProblemResult>> ReportAsync(
        [FromBody] ReportBody? body,
        [FromHeader(Name = IdempotencyKeys.Header)] string? idempotencyKey,
        HttpContext http,
        ReportTaker reports,
        TimeProvider clock,
        CancellationToken ct)
    {
        if (!IdempotencyKeys.TryRead(http.Request.Headers[IdempotencyKeys.Header], out var key))
        {
            return ProblemResult.BadRequest(
                "idempotency_key_malformed",
                new FieldProblem(IdempotencyKeys.Header, "idempotency_key_malformed", "An Idempotency-Key has 1 to 255 visible ASCII characters and is sent once."));
        }

        var id = key is null ? IncidentIds.Fresh(clock.GetUtcNow()) : IdempotencyKeys.IncidentOf(http.GetCaller(), key);
        var (reply, problem) = await reports.TakeAsync(body ?? new ReportBody(), id, http, mayBeKnown: key is not null, ct);
        if (problem is not null)
        {
            return problem;
        }

        http.Response.Headers.ETag = EntityTags.Of(reply!.Incident!.Version);
        var resource = http.Show(reply.Incident, clock.GetUtcNow());
        return reply.Changed ? TypedResults.Created($"/v1/incidents/{reply.Incident.Id}", resource) : TypedResults.Ok(resource);
    }

    private static async Task<Results<Ok<IncidentPage>, ProblemResult>> ListAsync(
        [AsParameters] IncidentListQuery query,
        HttpContext http,
        IIncidentList list,
        TimeProvider clock,
        CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var filter = query.Read(now, out var problems);
        if (!problems.IsEmpty)
        {
            return ProblemResult.BadRequest("invalid_query", problems);
        }

        // One more than asked for says whether there is another page.
        var found = await list.ListAsync(filter with { Limit = filter.Limit + 1, Within = ReadScope.Of(http.GetCaller()) }, ct);
        var cursor = found.Length > filter.Limit ? ListCursors.Write(found[filter.Limit - 1]) : null;
        if (cursor is not null)
        {
            http.Response.Headers.Link = $"<{query.AddressOfPage(http.Request.Path.ToUriComponent(), cursor)}>; rel=\"next\"";
        }

        return TypedResults.Ok(new IncidentPage([.. found.Take(filter.Limit).Select(i => IncidentResource.Of(i, now))], cursor));
    }

    private static async Task<Results<Ok<IncidentResource>, StatusCodeHttpResult, ProblemResult>> FindAsync(
        string id,
        [FromHeader(Name = "If-None-Match")] string? ifNoneMatch,
        HttpContext http,
        IIncidentJournal journal,
        TimeProvider clock,
        CancellationToken ct)
    {
        if (!IncidentId.TryParse(id, out var incidentId) || await journal.FindAsync(incidentId, ct) is not { } incident || !http.MayRead(incident))
        {
            return IncidentProblems.Of(IncidentRefusal.UnknownIncident);
        }

        http.Response.Headers.ETag = EntityTags.Of(incident.Version);
        return EntityTags.NoneMatchNames(ifNoneMatch, incident.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(IncidentResource.Of(incident, clock.GetUtcNow()));
    }
}
