using GridActors.ApiHost.Access;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Grains;
using GridActors.Grains.Divisions;
using GridActors.Hosting.Workers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Workers;

/// <summary>Changes of workers. Each may be sent again: what is done already answers the worker as they are.</summary>
internal static class WorkerCommandEndpoints
{
    public static void MapWorkerCommands(this IEndpointRouteBuilder routes)
    {
        var workers = routes.MapGroup("/v1/workers/{id}").WithTags("Workers");
        workers.MapCommand<EligibilityBody>("eligibility", "VerifyWorker", "A centre vouches that somebody may be a worker (Art. 11)", (fields, body, region) =>
            new VerifyWorker(fields.Centre("verifiedBy", body.VerifiedBy, region), body.NotCommitteeLeader ?? false));
        workers.MapCommand<AppointBody>("appoint", "AppointWorker", "Appoint a worker in a grid, or give them another role there", (fields, body, _) =>
            new AppointWorker(fields.Grid("gridCode", body.GridCode), fields.Required("role", body.Role), fields.Shifts("shifts", body.Shifts, isRequired: true), WorkerFields.Instant(body.From)));
        workers.MapCommand<TransferBody>("transfer", "TransferWorker", "Move a worker to another grid, with role and shifts", (fields, body, _) =>
            new TransferWorker(fields.Grid("from", body.From), fields.Grid("to", body.To), WorkerFields.Instant(body.At)));
        workers.MapCommand<EndBody>("end", "EndDuties", "End a worker's duties and covers in a grid, or in every grid", (fields, body, _) =>
            new EndDuties(string.IsNullOrEmpty(body.GridCode) ? null : fields.Grid("gridCode", body.GridCode), WorkerFields.Instant(body.At)));
        workers.MapCommand<ShiftsBody>("shifts", "SetShifts", "Other daily hours in a grid, from now on", (fields, body, _) =>
            new SetShifts(fields.Grid("gridCode", body.GridCode), fields.Shifts("shifts", body.Shifts, isRequired: true)));
        workers.MapCommand<CoverBody>("cover", "CoverGrid", "Stand in at another grid for a time; never as its head", (fields, body, _) =>
            new CoverGrid(
                fields.Grid("gridCode", body.GridCode),
                WorkerFields.Instant(fields.Required("until", body.Until)) ?? default,
                fields.Shifts("shifts", body.Shifts, isRequired: false),
                WorkerFields.Instant(body.From)));
        workers.MapCommand<BadgeBody>("badge", "IssueBadge", "Issue a badge, in place of the one before (Art. 14)", (fields, body, _) =>
            new IssueBadge(BadgeIds.Fresh(), fields.Expiry(body.ExpiresAt)));
        workers.MapCommand<RevokeBody>("badge/revoke", "RevokeBadge", "Revoke the badge", (fields, body, _) =>
            new RevokeBadge(fields.Text("reason", body.Reason)));
    }

    private static void MapCommand<TBody>(
        this IEndpointRouteBuilder workers, string path, string name, string summary, Func<CommandReader, TBody, RegionSnapshot, WorkerCommand> read)
        where TBody : class, new()
    {
        async Task<Results<Ok<WorkerResource>, ProblemResult>> ExecuteAsync(
            string id, [FromBody] TBody? body, HttpContext http, IGrainFactory grains, IRegionDirectory directory, TimeProvider clock, CancellationToken ct)
        {
            var (region, fields) = (await directory.AtLeastAsync(0, ct), new CommandReader());
            if (!WorkerId.TryParse(id, out var worker))
            {
                fields.Problem("id", "worker_id_malformed", $"A badge number has 1 to {WorkerId.MaxLength} letters, digits, '.', '_' or '-', with at least one letter.");
            }

            var command = read(fields, body ?? new TBody(), region);
            if (await fields.FindProblemAsync(grains, ct) is { } problem)
            {
                return problem;
            }

            if (await RefuseAsync(http, worker, command, grains, ct) is { } refused)
            {
                return refused;
            }

            var reply = await grains.GetWorker(worker).ExecuteAsync(command, ct);
            return reply is { Refusal: null, Worker: { } changed }
                ? TypedResults.Ok(WorkerResource.Of(changed, clock.GetUtcNow(), region))
                : WorkerProblems.Of(reply.Refusal ?? WorkerRefusal.UnknownWorker, worker, reply.About);
        }

        workers.MapPost(path, ExecuteAsync)
            .WithName(name)
            .Needs(Permission.ChangeReference)
            .WithSummary(summary)
            .WithDescription("May be sent again without a key: what is done already answers the worker as they are. Only a badge that is issued again takes the place of the one before.")
            .NeedsBody()
            .Answers<WorkerResource>(StatusCodes.Status200OK)
            .Refuses(400, 403, 404, 409, 413, 415, 422, 503)
            .DescribesParameter("id", "The number on the badge.", EndpointDocumentation.Text(WorkerEndpoints.IdPattern));
    }

    /// <summary>Who may not read a worker's file gets what an unknown worker gets, and a grid of others is an unknown one.</summary>
    private static async Task<ProblemResult?> RefuseAsync(HttpContext http, WorkerId id, WorkerCommand command, IGrainFactory grains, CancellationToken ct)
    {
        var authority = http.GetAuthority();
        var known = await grains.GetWorker(id).GetAsync(ct);
        return WorkerJurisdiction.MayChange(authority, known, command) ? null
            : command is not VerifyWorker && !WorkerJurisdiction.MayName(authority, command) ? WorkerProblems.Of(WorkerRefusal.UnknownGrid, id, null)
            : command is not VerifyWorker && (known is null || !WorkerJurisdiction.MayRead(authority, known)) ? WorkerProblems.Of(WorkerRefusal.UnknownWorker, id, null)
            : IncidentProblems.Of(IncidentRefusal.NotPermitted);
    }
}
