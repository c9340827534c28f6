using System.Collections.Immutable;
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
            .Refuses(400, 403, 404, 409, 413, 415, 422, 503)
            .NeedsBody()
            .DescribesIncidentId();
        incidents.MapPost("/{id}/unmerge", UnmergeAsync)
            .WithName("UnmergeIncident")
            .Needs(Permission.DirectIncidents)
            .WithSummary("Undo a merge: the incident opens again where it was")
            .Answers<IncidentResource>(StatusCodes.Status200OK)
            .Refuses(400, 403, 404, 409, 413, 415, 422, 503)
            .DescribesIncidentId();
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
        string id, [FromBody] MergeBody? body, HttpContext http, IIncidentJournal journal, IGrainFactory grains, TimeProvider clock, CancellationToken ct)
    {
        var reader = new CommandReader();
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

        var (join, merge) = (new JoinReporter(from, duplicate.TrackingCode, by), new MergeIncident(into, by));
        if ((await http.RefuseAsync(grains, from, merge, ct) ?? await http.RefuseAsync(grains, into, join, ct)) is { } refused)
        {
            return refused;
        }

        // The incident that stays hears first: interrupted here, nobody is lost, and the same call again completes it.
        var joined = await grains.GetIncident(into).ExecuteAsync(join, null, ct);
        if (joined.Refusal is { } refusal)
        {
            return IncidentProblems.Of(refusal);
        }

        var merged = await grains.GetIncident(from).ExecuteAsync(merge, null, ct);
        if (merged.Refusal is not null && joined.Changed)
        {
            await grains.GetIncident(into).ExecuteAsync(new LeaveReporter(from, by), null, ct);
        }

        return IncidentAnswers.Of(merged, clock);
    }

    private static async Task<Results<Ok<IncidentResource>, ProblemResult>> UnmergeAsync(
        string id, [FromBody] UnmergeBody? body, HttpContext http, IIncidentJournal journal, IGrainFactory grains, TimeProvider clock, CancellationToken ct)
    {
        var reader = new CommandReader();
        var by = reader.Actor(body?.By);
        if (await reader.FindProblemAsync(grains, ct) is { } problem)
        {
            return problem;
        }

        if (!IncidentId.TryParse(id, out var from))
        {
            return IncidentProblems.Of(IncidentRefusal.UnknownIncident);
        }

        var unmerge = new UnmergeIncident(by);
        if ((await http.RefuseAsync(grains, from, unmerge, ct) ?? await RefuseToLeaveAsync(http, from, by, journal, grains, ct)) is { } refused)
        {
            return refused;
        }

        var reply = await grains.GetIncident(from).ExecuteAsync(unmerge, null, ct);
        foreach (var into in reply.Refusal is null or IncidentRefusal.NotMerged ? await FormerlyMergedIntoAsync(from, journal, ct) : [])
        {
            await grains.GetIncident(into).ExecuteAsync(new LeaveReporter(from, by), null, ct);
        }

        return IncidentAnswers.Of(reply, clock);
    }

    /// <summary>Both incidents take part: who may direct only one of them does not tear them apart.</summary>
    private static async Task<ProblemResult?> RefuseToLeaveAsync(HttpContext http, IncidentId from, Actor? by, IIncidentJournal journal, IGrainFactory grains, CancellationToken ct) =>
        await journal.FindAsync(from, ct) is { MergedInto: { } into } ? await http.RefuseAsync(grains, into, new LeaveReporter(from, by), ct) : null;

    /// <summary>From the record, so that an un-merge that was interrupted between its two steps is completed by the next.</summary>
    private static async Task<ImmutableArray<IncidentId>> FormerlyMergedIntoAsync(IncidentId from, IIncidentJournal journal, CancellationToken ct) =>
        [.. (await journal.ReadEventsAsync(from, ct)).OfType<IncidentUnmerged>().Select(e => e.From).Distinct()];
}
