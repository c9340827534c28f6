using GridActors.ApiHost.Access;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Incidents;
using GridActors.Grains;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Incidents;

/// <summary>What can be done to an incident. The rules decide; here is only read and answered.</summary>
internal static class CommandEndpoints
{
    public static void MapCommands(this IEndpointRouteBuilder incidents)
    {
        incidents.MapCommand<AcceptBody>("accept", "AcceptIncident", "Accept it: ends the accept clock, starts the handle clock").Needs(Permission.HandleIncidents);
        incidents.MapCommand<ForwardBody>("forward", "ForwardIncident", "Hand it up to the next staffed tier").Needs(Permission.DirectIncidents).NeedsBody();
        incidents.MapCommand<SendDownBody>("send-down", "SendDownIncident", "Send it down to a lower tier").Needs(Permission.DirectIncidents).NeedsBody();
        incidents.MapCommand<AssignBody>("assign", "AssignWorker", "Assign a worker").Needs(Permission.DirectIncidents).NeedsBody();
        incidents.MapCommand<StartBody>("start", "StartHandling", "Start handling it").Needs(Permission.WorkOnIncidents);
        incidents.MapCommand<ResultBody>("result", "SubmitResult", "Submit the result").Needs(Permission.HandleIncidents).NeedsBody();
        incidents.MapCommand<CheckBody>("check", "CheckResult", "Check the result: closes it, or sends it back to handling").Needs(Permission.DirectIncidents).NeedsBody();
        incidents.MapCommand<CloseBody>("close", "CloseIncident", "Close it once it has a result").Needs(Permission.DirectIncidents);
        incidents.MapCommand<VoidBody>("void", "VoidIncident", "Void it: it should not have been filed").Needs(Permission.DirectIncidents).NeedsBody();
        incidents.MapCommand<AskExtensionBody>("ask-extension", "AskExtension", "Ask for one more handle limit, before the deadline").Needs(Permission.WorkOnIncidents).NeedsBody();
        incidents.MapCommand<DecideExtensionBody>("decide-extension", "DecideExtension", "Grant or deny an extension").Needs(Permission.DirectIncidents).NeedsBody();
        incidents.MapCommand<AskSuspensionBody>("ask-suspension", "AskSuspension", "Ask that its clocks stop until a date").Needs(Permission.WorkOnIncidents).NeedsBody();
        incidents.MapCommand<DecideSuspensionBody>("decide-suspension", "DecideSuspension", "Grant or deny a suspension").Needs(Permission.DirectIncidents).NeedsBody();
        incidents.MapCommand<ResumeBody>("resume", "ResumeIncident", "End a suspension before its date").Needs(Permission.DirectIncidents);
        incidents.MapCommand<UrgeBody>("urge", "UrgeIncident", "Press for it from above, on the record").Needs(Permission.DirectIncidents).NeedsBody();
        incidents.MapCommand<SuperviseBody>("supervise", "SuperviseIncident", "Take over the watching from above").Needs(Permission.DirectIncidents);
        incidents.MapCommand<NoteBody>("note", "AddNote", "Add a remark to the record").Needs(Permission.WorkOnIncidents).NeedsBody();
        incidents.MapCommand<OnSpotBody>("on-spot", "HandleOnSpot", "Handle it on the spot: result and close in one").Needs(Permission.HandleIncidents).NeedsBody();
    }

    public static RouteHandlerBuilder MapCommand<TBody>(this IEndpointRouteBuilder incidents, string action, string name, string summary)
        where TBody : class, ICommandBody, new() =>
        incidents.MapPost($"/{{id}}/{action}", ExecuteAsync<TBody>)
            .WithName(name)
            .WithMetadata(IncidentAction.Of<TBody>(action))
            .WithSummary(summary)
            .WithDescription("If-Match with the version that was seen refuses the command where the incident has changed since. With an Idempotency-Key it may be sent again: it is carried out once, and answers 200 and the incident each time. Where the rules refuse it, code says why.")
            .Answers<IncidentResource>(StatusCodes.Status200OK)
            .Refuses(400, 403, 404, 409, 412, 413, 415, 422, 503)
            .DescribesIncidentId()
            .AnswersWithVersion(200)
            .DescribesCommandHeaders();

    private static async Task<Results<Ok<IncidentResource>, ProblemResult>> ExecuteAsync<TBody>(
        string id,
        [FromBody] TBody? body,
        [AsParameters] CommandHeaders headers,
        HttpContext http,
        IGrainFactory grains,
        TimeProvider clock,
        CancellationToken ct)
        where TBody : class, ICommandBody, new()
    {
        if (!IncidentId.TryParse(id, out var incidentId))
        {
            return IncidentProblems.Of(IncidentRefusal.UnknownIncident);
        }

        var reader = new CommandReader();
        var (version, key) = headers.Read(http, reader);
        var asked = body ?? new TBody();
        var command = asked.Read(reader);
        if (await reader.FindProblemAsync(grains, ct) is { } problem)
        {
            return problem;
        }

        if (await http.RefuseAsync(grains, incidentId, command, ct) is { } refused)
        {
            return refused;
        }

        // Never repeated here, unlike a report: without a key, a second call would be refused where only the reply was lost (already
        // accepted), and the client told that what was done in its name was not. It decides whether to try again, and with which key.
        var reply = await grains.GetIncident(incidentId).ExecuteAsync(IdempotencyKeys.Mark(command, http.GetCaller(), key, asked), version, ct);
        return IncidentAnswers.Of(reply, http, clock);
    }
}
