using GridActors.ApiHost.Access;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Incidents;
using GridActors.Grains;
using GridActors.Storage.Incidents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Incidents;

/// <summary>What a requester says once it is closed. The tracking code shows who speaks; of a duplicate, the incident that it was merged into is meant where something is done.</summary>
internal static class RequesterEndpoints
{
    public static void MapRequesters(this IEndpointRouteBuilder incidents)
    {
        incidents.MapPost("/{id}/rate", RateAsync)
            .WithName("RateIncident")
            .Needs(Permission.Report)
            .WithSummary("Rate how it went, once")
            .Answers<IncidentResource>(StatusCodes.Status200OK)
            .Refuses(400, 404, 409, 412, 413, 415, 422, 503)
            .NeedsBody()
            .DescribesIncidentId()
            .AnswersWithVersion(200)
            .DescribesCommandHeaders();
        incidents.MapPost("/{id}/reopen", ReopenAsync)
            .WithName("ReopenIncident")
            .Needs(Permission.Report)
            .WithSummary("Say that it is not fixed, within seven days of the close")
            .Answers<IncidentResource>(StatusCodes.Status200OK)
            .Refuses(400, 404, 409, 412, 413, 415, 422, 503)
            .NeedsBody()
            .DescribesIncidentId()
            .AnswersWithVersion(200)
            .DescribesCommandHeaders();
    }

    private static async Task<Results<Ok<IncidentResource>, ProblemResult>> RateAsync(
        string id, [FromBody] RateBody? body, [AsParameters] CommandHeaders headers, HttpContext http, IIncidentJournal journal, IGrainFactory grains, TimeProvider clock, CancellationToken ct)
    {
        var reader = new CommandReader();
        var (version, key) = headers.Read(http, reader);
        var asked = body ?? new RateBody();
        var command = asked.Read(reader);
        if (await reader.FindProblemAsync(grains, ct) is { } problem)
        {
            return problem;
        }

        if (await FindAsync(id, command.TrackingCode, http, journal, ct) is not { } incident)
        {
            return IncidentProblems.Of(IncidentRefusal.UnknownIncident);
        }

        var isSettled = incident.MergedInto is not { } into || await journal.FindAsync(into, ct) is not { IsOpen: true };
        var rate = IdempotencyKeys.Mark(command with { IsSettled = isSettled }, http.GetCaller(), key, asked);
        return IncidentAnswers.Of(await grains.GetIncident(incident.Id).ExecuteAsync(rate, version, ct), http, clock, command.TrackingCode);
    }

    private static async Task<Results<Ok<IncidentResource>, ProblemResult>> ReopenAsync(
        string id, [FromBody] ReopenBody? body, [AsParameters] CommandHeaders headers, HttpContext http, IIncidentJournal journal, IGrainFactory grains, TimeProvider clock, CancellationToken ct)
    {
        var reader = new CommandReader();
        var (version, key) = headers.Read(http, reader);
        var asked = body ?? new ReopenBody();
        var command = asked.Read(reader);
        if (await reader.FindProblemAsync(grains, ct) is { } problem)
        {
            return problem;
        }

        if (await FindAsync(id, command.TrackingCode, http, journal, ct) is not { } incident)
        {
            return IncidentProblems.Of(IncidentRefusal.UnknownIncident);
        }

        var reopen = IdempotencyKeys.Mark(command, http.GetCaller(), key, asked);
        return IncidentAnswers.Of(await grains.GetIncident(incident.MergedInto ?? incident.Id).ExecuteAsync(reopen, version, ct), http, clock, command.TrackingCode);
    }

    /// <summary>Null where there is none, and where neither the tracking code nor a grant opens it.</summary>
    private static async Task<Incident?> FindAsync(string id, TrackingCode shown, HttpContext http, IIncidentJournal journal, CancellationToken ct) =>
        IncidentId.TryParse(id, out var incidentId) && await journal.FindAsync(incidentId, ct) is { } incident && http.MayRead(incident, shown) ? incident : null;
}
