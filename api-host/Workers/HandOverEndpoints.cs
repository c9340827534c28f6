using GridActors.ApiHost.Access;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Grains;
using GridActors.Grains.Workers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Workers;

/// <summary>The end of a shift: what is open goes to whoever is on duty.</summary>
internal static class HandOverEndpoints
{
    public static void MapHandOver(this IEndpointRouteBuilder routes) => routes.MapPost("/v1/workers/{id}/hand-over", HandOverAsync)
        .WithTags("Workers")
        .WithName("HandOver")
        .Needs(Permission.HandleIncidents)
        .WithSummary("Hand a worker's open incidents over to another one on duty")
        .WithDescription("Each incident has it on its record. Sent again, it hands over what is left.")
        .NeedsBody()
        .Answers<HandOverResource>(StatusCodes.Status200OK)
        .Refuses(400, 403, 404, 409, 413, 415, 422, 503)
        .DescribesParameter("id", "The number on the badge of the worker who leaves.", EndpointDocumentation.Text(WorkerEndpoints.IdPattern));

    private static async Task<Results<Ok<HandOverResource>, ProblemResult>> HandOverAsync(
        string id, [FromBody] HandOverBody? body, HttpContext http, IGrainFactory grains, HandOverRunner runner, CancellationToken ct)
    {
        if (!WorkerId.TryParse(id, out var from))
        {
            return ProblemResult.NotFound("unknown_worker", $"There is no worker {id}.");
        }

        var fields = new CommandReader();
        var to = fields.Worker("to", body?.To);
        GridCode? grid = string.IsNullOrEmpty(body?.GridCode) ? null : fields.Grid("gridCode", body.GridCode);
        var reason = fields.Text("reason", body?.Reason);
        if (await fields.FindProblemAsync(grains, ct) is { } problem)
        {
            return problem;
        }

        if (await RefuseAsync(http, from, grains, ct) is { } refused)
        {
            return refused;
        }

        var done = await runner.RunAsync(from, to, grid, reason, ct);
        return done.Refusal is { } refusal
            ? WorkerProblems.Of(refusal, from, to)
            : TypedResults.Ok(new HandOverResource(from, to, done.HandedOver, done.Left));
    }

    private static async Task<ProblemResult?> RefuseAsync(HttpContext http, WorkerId from, IGrainFactory grains, CancellationToken ct) =>
        await grains.GetWorker(from).GetAsync(ct) is not { } leaving || !WorkerJurisdiction.MayRead(http.GetAuthority(), leaving) ? WorkerProblems.Of(WorkerRefusal.UnknownWorker, from, null)
        : !WorkerJurisdiction.MayHandOver(http.GetAuthority(), leaving) ? IncidentProblems.Of(IncidentRefusal.NotPermitted)
        : null;
}
