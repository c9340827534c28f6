using GridActors.ApiHost.Access;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Contacts;
using GridActors.Core.Incidents;
using GridActors.Grains;
using GridActors.Hosting.Contacts;
using GridActors.Storage.Incidents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Contacts;

/// <summary>How to reach a reporter: shown for a purpose that goes on the record first, and erased on request.</summary>
internal static class ContactEndpoints
{
    public static void MapContacts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/incidents/{id}/contact", ShowAsync)
            .Needs(Permission.ReadContacts)
            .WithTags("Incidents")
            .WithName("ShowContact")
            .WithSummary("See how to reach the reporter, for a purpose that goes on the record")
            .WithDescription("For the centre that holds the incident, and for a grid or a village that of its township. Each showing is an event of the incident before it is answered.")
            .Answers<ContactResource>(StatusCodes.Status200OK)
            .Refuses(400, 403, 404, 409, 410, 413, 415, 422, 503)
            .NeedsBody()
            .DescribesIncidentId();
        routes.MapDelete("/v1/incidents/{id}/contact", EraseAsync)
            .Needs(Permission.ReadContacts)
            .WithTags("Incidents")
            .WithName("EraseContact")
            .WithSummary("Erase how to reach the reporter, for good")
            .WithDescription("For the centre of the place, and those above it.")
            .Answers<ContactErasureResource>(StatusCodes.Status200OK)
            .Refuses(404, 503)
            .DescribesIncidentId();
        routes.MapDelete("/v1/public/track/{trackingCode}/contact", EraseOwnAsync)
            .Needs(Permission.ReadPublic)
            .WithTags("Public")
            .WithName("EraseOwnContact")
            .WithSummary("Erase the contact that a report was left with, for good")
            .Answers<ContactErasureResource>(StatusCodes.Status200OK)
            .Refuses(404, 503)
            .DescribesParameter("trackingCode", "What the report was answered with.");
    }

    private static async Task<Results<Ok<ContactResource>, ProblemResult>> ShowAsync(
        string id, [FromBody] PurposeBody? body, HttpContext http, IIncidentJournal journal, IGrainFactory grains, ContactVault vault, CancellationToken ct)
    {
        var reader = new CommandReader();
        var purpose = (body ?? new PurposeBody()).Read(reader);
        if (await reader.FindProblemAsync(grains, ct) is { } problem)
        {
            return problem;
        }

        if (await FindAsync(id, Permission.ReadIncidents, http, journal, ct) is not { } incident)
        {
            return IncidentProblems.Of(IncidentRefusal.UnknownIncident);
        }

        if (ContactRules.ReaderOf(http.GetCaller(), incident.Holder) is not { } post)
        {
            return ContactProblems.NotShown;
        }

        if (await vault.OpenAsync(incident.Id, ct) is var lookup && lookup is not ContactOpened)
        {
            return ContactProblems.Of(lookup);
        }

        var reply = await grains.GetIncident(incident.Id).ExecuteAsync(new ShowContact(purpose, Actor.Of(post)), null, ct);
        if (reply.Refusal is { } refusal)
        {
            return IncidentProblems.Of(refusal);
        }

        http.Response.Headers.CacheControl = "no-store";
        var contact = ((ContactOpened)lookup).Contact;
        return TypedResults.Ok(new ContactResource(contact.Name, contact.Phone, contact.Email));
    }

    private static async Task<Results<Ok<ContactErasureResource>, ProblemResult>> EraseAsync(
        string id, HttpContext http, IIncidentJournal journal, ContactVault vault, CancellationToken ct) =>
        await FindAsync(id, Permission.ReadContacts, http, journal, ct) is { } incident
            ? Answer(await vault.EraseAsync(incident.Id, ct))
            : IncidentProblems.Of(IncidentRefusal.UnknownIncident);

    private static async Task<Results<Ok<ContactErasureResource>, ProblemResult>> EraseOwnAsync(
        string trackingCode, IIncidentList list, ContactVault vault, CancellationToken ct) =>
        TrackingCode.TryParse(trackingCode, out var code) && await list.FindByTrackingCodeAsync(code, ct) is { } incident
            ? Answer(await vault.EraseAsync(incident.Id, ct))
            : ProblemResult.NotFound("unknown_tracking_code", "There is no report with this tracking code.");

    private static Results<Ok<ContactErasureResource>, ProblemResult> Answer(DateTimeOffset? erasedAt) =>
        erasedAt is { } at ? TypedResults.Ok(new ContactErasureResource(at)) : ContactProblems.None;

    /// <summary>An incident of somebody else's place is not there: the answer does not tell whether it exists.</summary>
    private static async Task<Incident?> FindAsync(string id, Permission permission, HttpContext http, IIncidentJournal journal, CancellationToken ct) =>
        IncidentId.TryParse(id, out var incidentId)
        && await journal.FindAsync(incidentId, ct) is { } incident
        && http.GetCaller().Has(permission, incident.Place.PlaceCode)
        && http.MayRead(incident)
            ? incident
            : null;
}
