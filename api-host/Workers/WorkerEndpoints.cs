using GridActors.ApiHost.Access;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Workers;
using GridActors.Grains;
using GridActors.Grains.Divisions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridActors.ApiHost.Workers;

/// <summary>Workers by badge number.</summary>
internal static class WorkerEndpoints
{
    public const string IdPattern = "^[A-Za-z0-9._-]{1,64}$";

    public static void MapWorkers(this IEndpointRouteBuilder routes) => routes.MapGet("/v1/workers/{id}", FindAsync)
        .WithTags("Workers")
        .WithName("FindWorker")
        .Needs(Permission.ReadReference)
        .WithSummary("A worker's duties")
        .Answers<WorkerResource>(StatusCodes.Status200OK)
        .Refuses(404, 503)
        .DescribesParameter("id", "The number on the badge.", EndpointDocumentation.Text(IdPattern));

    private static async Task<Results<Ok<WorkerResource>, ProblemResult>> FindAsync(
        string id,
        HttpContext http,
        IGrainFactory grains,
        IRegionDirectory directory,
        TimeProvider clock,
        CancellationToken ct)
    {
        if (!WorkerId.TryParse(id, out var workerId) || await grains.GetWorker(workerId).GetAsync(ct) is not { } worker || !WorkerJurisdiction.MayRead(http.GetAuthority(), worker))
        {
            return ProblemResult.NotFound("unknown_worker", $"There is no worker {id}.");
        }

        var region = await directory.AtLeastAsync(0, ct);
        return TypedResults.Ok(WorkerResource.Of(worker, clock.GetUtcNow(), region));
    }
}
