using System.Collections.Immutable;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Contracts.Incidents;
using GridActors.Core.Incidents;
using GridActors.Grains;
using GridActors.Storage.Incidents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Incidents;

/// <summary>Many reporters, one incident. Each of the two incidents decides for itself; a call that was interrupted is repeated.</summary>
internal static class MergeEndpoints
{
    public static void MapMerges(this IEndpointRouteBuilder incidents)
    {
        incidents.MapGet("/{id}/duplicates", ListAsync)
            .WithName("ListDuplicates")
            .Needs(Permission.ReadIncidents)
            .WithSummary("Open incidents that may be the same: same item, within 50 m and 24 h, neighbouring grids included")
            .Answers<ItemList<IncidentResource>>(StatusCodes.Status200OK)
            .Refuses(404, 503)
            .DescribesIncidentId();
        incidents.MapPost("/{id}/merge", MergeAsync)
            .WithName("MergeIncident")
            .Needs(Permission.DirectIncidents)
            .WithSummary("Merge a duplicate into another incident: it closes, its requester hears of the other")
            .Answers<IncidentResource>(StatusCodes.Status200OK)
            .Refuses(400, 403, 404, 409, 412, 413, 415, 422, 503)
            .NeedsBody()
            .DescribesIncidentId()
            .AnswersWithVersion(200)
            .DescribesCommandHeaders();
        incidents.MapPost("/{id}/unmerge", UnmergeAsync)
            .WithName("UnmergeIncident")
            .Needs(Permission.DirectIncidents)
            .WithSummary("Undo a merge: the incident opens again where it was")
            .Answers<IncidentResource>(StatusCodes.Status200OK)
            .Refuses(400, 403, 404, 409, 412, 413, 415, 422, 503)
            .DescribesIncidentId()
            .AnswersWithVersion(200)
            .DescribesCommandHeaders();
    }

    private static async Task<Results<Ok<ItemList<IncidentResource>>, ProblemResult>> ListAsync(
        string id, HttpContext http, IIncidentJournal journal, IIncidentList list, TimeProvider clock, CancellationToken ct)
    {
        if (!IncidentId.TryParse(id, out var incidentId) || await journal.FindAsync(incidentId, ct) is not { } incident || !http.MayRead(incident))
        {
            return IncidentProblems.Of(IncidentRefusal.UnknownIncident);
        }

        var now = clock.GetUtcNow();
        var found = await DuplicateSearch.FindAsync(incident, list, ReadScope.Of(http.GetCaller()), now, ct);
        return TypedResults.Ok(new ItemList<IncidentResource>([.. found.Select(i => IncidentResource.Of(i, now))]));
    }

    private static async Task<Results<Ok<IncidentResource>, ProblemResult>> MergeAsync(
        string id, [FromBody] MergeBody? body, [AsParameters] CommandHeaders headers, HttpContext http, IIncidentJournal journal, IGrainFactory grains, TimeProvider clock, CancellationToken ct)
    {
        var reader = new CommandReader();
        var (version, key) = headers.Read(http, reader);
        var into = reader.Incident("into", body?.Into);
        var by = reader.Actor(body?.By);
        if (await reader.FindProblemAsync(grains, ct) is { } problem)
        {
            return problem;
        }

        if (!IncidentId.TryParse(id, out var from) || await journal.FindAsync(from, ct) is not { } duplicate)
        {
            return IncidentProblems.Of(IncidentRefusal.UnknownIncident);
        }

        var join = new JoinReporter(from, duplicate.TrackingCode, by);
        var merge = IdempotencyKeys.Mark(new MergeIncident(into, by), http.GetCaller(), key, body ?? new MergeBody());
        if ((await http.RefuseAsync(grains, from, merge, ct) ?? await http.RefuseAsync(grains, into, join, ct)) is { } refused)
        {
            return refused;
        }

        if (CommandKeys.IsUsed(duplicate, merge))
        {
            return IncidentAnswers.Of(await grains.GetIncident(from).ExecuteAsync(merge, version, ct), http, clock);
        }

        if (version is not null && duplicate.Version != version)
        {
            return IncidentProblems.Of(IncidentRefusal.StaleVersion);
        }

        return IncidentAnswers.Of(await JoinAndMergeAsync(grains, duplicate, join, into, merge, version, ct), http, clock);
    }

    /// <summary>The incident that stays hears first: interrupted in between, nobody is lost, and the same call again completes it.</summary>
    private static async Task<IncidentReply> JoinAndMergeAsync(
        IGrainFactory grains, Incident duplicate, JoinReporter join, IncidentId into, IncidentCommand merge, int? version, CancellationToken ct)
    {
        var joined = await grains.GetIncident(into).ExecuteAsync(join, null, ct);
        if (joined.Refusal is not null)
        {
            return joined;
        }

        var merged = await grains.GetIncident(duplicate.Id).ExecuteAsync(merge, version, ct);
        if (merged.Refusal is not null && joined.Changed)
        {
            await grains.GetIncident(into).ExecuteAsync(new LeaveReporter(duplicate.Id, join.By), null, ct);
        }

        return merged;
    }

    private static async Task<Results<Ok<IncidentResource>, ProblemResult>> UnmergeAsync(
        string id, [FromBody] UnmergeBody? body, [AsParameters] CommandHeaders headers, HttpContext http, IIncidentJournal journal, IGrainFactory grains, TimeProvider clock, CancellationToken ct)
    {
        var reader = new CommandReader();
        var (version, key) = headers.Read(http, reader);
        var by = reader.Actor(body?.By);
        if (await reader.FindProblemAsync(grains, ct) is { } problem)
        {
            return problem;
        }

        if (!IncidentId.TryParse(id, out var from))
        {
            return IncidentProblems.Of(IncidentRefusal.UnknownIncident);
        }

        var unmerge = IdempotencyKeys.Mark(new UnmergeIncident(by), http.GetCaller(), key, body ?? new UnmergeBody());
        if ((await http.RefuseAsync(grains, from, unmerge, ct) ?? await RefuseToLeaveAsync(http, from, by, journal, grains, ct)) is { } refused)
        {
            return refused;
        }

        var reply = await grains.GetIncident(from).ExecuteAsync(unmerge, version, ct);
        foreach (var into in reply.Refusal is null or IncidentRefusal.NotMerged ? await FormerlyMergedIntoAsync(from, journal, ct) : [])
        {
            await grains.GetIncident(into).ExecuteAsync(new LeaveReporter(from, by), null, ct);
        }

        return IncidentAnswers.Of(reply, http, clock);
    }

    /// <summary>Both incidents take part: who may direct only one of them does not tear them apart.</summary>
    private static async Task<ProblemResult?> RefuseToLeaveAsync(HttpContext http, IncidentId from, Actor? by, IIncidentJournal journal, IGrainFactory grains, CancellationToken ct) =>
        await journal.FindAsync(from, ct) is { MergedInto: { } into } ? await http.RefuseAsync(grains, into, new LeaveReporter(from, by), ct) : null;

    /// <summary>From the record, so that an un-merge that was interrupted between its two steps is completed by the next.</summary>
    private static async Task<ImmutableArray<IncidentId>> FormerlyMergedIntoAsync(IncidentId from, IIncidentJournal journal, CancellationToken ct) =>
        [.. (await journal.ReadEventsAsync(from, ct)).OfType<IncidentUnmerged>().Select(e => e.From).Distinct()];
}
