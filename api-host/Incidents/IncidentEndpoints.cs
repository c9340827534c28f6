using GridActors.ApiHost.Access;
using GridActors.ApiHost.Contacts;
using GridActors.ApiHost.Departments;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Contracts.Incidents;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Grains;
using GridActors.Grains.Divisions;
using GridActors.Hosting.Contacts;
using GridActors.Hosting.Incidents;
using GridActors.Hosting.Refusals;
using GridActors.Storage.Contacts;
using GridActors.Storage.Incidents;
using GridActors.Storage.Refusals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Incidents;

/// <summary>Reports, and incidents as they stand.</summary>
internal static class IncidentEndpoints
{
    /// <summary>All clients are one while the API knows none of them; an idempotency key then belongs to whoever used it first.</summary>
    private const string Client = "anonymous";

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
            .AnswersWithHeader("Link", "The address of the next page, as rel=\"next\"; none on the last.", 200)
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
        IRegionDirectory directory,
        IIncidentJournal journal,
        IGrainFactory grains,
        IRefusalRecorder refusals,
        ContactVault vault,
        TimeProvider clock,
        CancellationToken ct)
    {
        if (!IdempotencyKeys.TryRead(http.Request.Headers[IdempotencyKeys.Header], out var key))
        {
            return ProblemResult.BadRequest(
                "idempotency_key_malformed",
                new FieldProblem(IdempotencyKeys.Header, "idempotency_key_malformed", "An Idempotency-Key has 1 to 255 visible ASCII characters and is sent once."));
        }

        var id = key is null ? IncidentIds.Fresh(clock.GetUtcNow()) : IncidentIds.ForKey(Client, key);
        var region = await directory.AtLeastAsync(0, ct);
        var (about, problem) = body?.About is { } subject ? await SubjectReader.ReadAsync(subject, http, journal, grains, ct) : default;
        if (problem is not null)
        {
            return problem;
        }

        var request = (body ?? new ReportBody()).ToRequest();
        var contact = ContactReader.Read(body?.Contact, vault, out var faults);
        if (!ReportIntake.TryPrepare(request, id, region, about, out var command, out var problems) || !faults.IsEmpty)
        {
            return Refuse([.. problems, .. faults]);
        }

        var kept = contact is null ? null : await vault.KeepAsync(id, contact, mayBeKnown: key is not null, ct);
        var reply = await SendAsync(grains.GetIncident(id), command, kept, vault, ct);
        return reply.Refusal is IncidentRefusal.UnknownItem or IncidentRefusal.ReservedToAuthority
            ? await RefuseItemAsync(command, reply.Refusal.Value, region, refusals, clock)
            : Answer(reply, http, clock);
    }

    /// <summary>The contact of a report that is refused goes at once: of one that was sent under another one's key it would be the wrong person's.</summary>
    private static async Task<IncidentReply> SendAsync(IIncidentGrain actor, ReportIncident command, RetainedContact? kept, ContactVault vault, CancellationToken ct)
    {
        var reply = await SendAsync(actor, command, ct);
        if (kept is { } contact && reply.Refusal is not null)
        {
            await vault.TakeBackAsync(contact, ct);
        }

        return reply;
    }

    /// <summary>Its id was chosen before: sent again, a report answers what became of the first call.</summary>
    internal static async Task<IncidentReply> SendAsync(IIncidentGrain actor, ReportIncident command, CancellationToken ct)
    {
        try
        {
            return await actor.ExecuteAsync(command, null, ct);
        }
        catch (Exception fault) when (LostCalls.Have(fault))
        {
            return await LostCalls.RepeatAsync(actor, command, ct);
        }
    }

    /// <summary>What is not on the list, or reserved to an authority, is refused with the reason, and the refusal is recorded (Art. 15).</summary>
    internal static async Task<ProblemResult> RefuseItemAsync(ReportIncident command, IncidentRefusal reason, RegionSnapshot region, IRefusalRecorder refusals, TimeProvider clock)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var id = IncidentIds.ForKey($"refused/{command.Id}", command.ItemCode.ToString());
        await refusals.RecordAsync(new RefusedReport(id, at, command.Place.PlaceCode, command.ItemCode, reason, command.Content.Channel));
        return reason == IncidentRefusal.ReservedToAuthority && region.CatalogueOf(command.Place.County)?.FindReserved(command.ItemCode) is { } reserved
            ? IncidentProblems.Of(reserved)
            : IncidentProblems.Of(reason);
    }

    private static Results<Ok<IncidentResource>, Created<IncidentResource>, ProblemResult> Answer(IncidentReply reply, HttpContext http, TimeProvider clock)
    {
        if (reply is not { Refusal: null, Incident: { } incident })
        {
            return IncidentProblems.Of(reply.Refusal ?? IncidentRefusal.UnknownIncident);
        }

        http.Response.Headers.ETag = EntityTags.Of(incident.Version);
        var resource = IncidentResource.Of(incident, clock.GetUtcNow());
        return reply.Changed ? TypedResults.Created($"/v1/incidents/{incident.Id}", resource) : TypedResults.Ok(resource);
    }

    private static ProblemResult Refuse(IReadOnlyCollection<ReportProblem> problems)
    {
        FieldProblem[] errors = [.. problems.Select(p => new FieldProblem(p.Field, p.Code, p.Message))];
        return problems.Any(p => p.IsMalformed)
            ? ProblemResult.BadRequest("invalid_report", [.. errors])
            : ProblemResult.Unprocessable("invalid_report", [.. errors]);
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
