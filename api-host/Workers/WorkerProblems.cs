using System.Diagnostics;
using GridActors.ApiHost.Json;
using GridActors.ApiHost.Problems;
using GridActors.Core.Workers;

namespace GridActors.ApiHost.Workers;

/// <summary>Refusals of changes of workers as answers: 404 for an unknown worker, 409 where somebody or something is in the way, 422 otherwise.</summary>
internal static class WorkerProblems
{
    /// <param name="about">The worker who stands in the way; null where none does.</param>
    public static ProblemResult Of(WorkerRefusal refusal, WorkerId id, WorkerId? about) => new(
        refusal switch
        {
            WorkerRefusal.UnknownWorker => StatusCodes.Status404NotFound,
            WorkerRefusal.SecondHead or WorkerRefusal.AlreadyInGrid or WorkerRefusal.NotInGrid or WorkerRefusal.NoDuty or WorkerRefusal.NoBadge or WorkerRefusal.NotOnDuty => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status422UnprocessableEntity,
        },
        ApiJson.NameOf(refusal),
        Describe(refusal, id, about));

    private static string Describe(WorkerRefusal refusal, WorkerId id, WorkerId? about) => refusal switch
    {
        WorkerRefusal.UnknownWorker => $"There is no worker {id}.",
        WorkerRefusal.UnknownGrid => "There is no such grid.",
        WorkerRefusal.GridEnded => "The grid has ended: nobody is appointed there.",
        WorkerRefusal.SecondHead => $"A grid has one head, and at that time it is {about}.",
        WorkerRefusal.EligibilityNotVerified => $"No centre has verified that {id} may be a worker; post it to eligibility first.",
        WorkerRefusal.CommitteeLeaderNotRuledOut => $"A head does not lead the village committee, and no centre has verified that of {id}; post it to eligibility first.",
        WorkerRefusal.VerifierNotACentre => "A township, county or prefecture verifies, not a village.",
        WorkerRefusal.RoleContradictsPost => "A grid has a head, full-time and part-time workers; an officer on duty stands at a centre.",
        WorkerRefusal.NotInGrid => $"Worker {id} has no duty of their own there.",
        WorkerRefusal.AlreadyInGrid => $"Worker {id} has a duty of their own there and need not cover it.",
        WorkerRefusal.NoDuty => $"Worker {id} has no duty in any grid now.",
        WorkerRefusal.PeriodOutOfRange => "A period starts now or later, ends after its start, and is not longer than it may be.",
        WorkerRefusal.NotOnDuty => $"Worker {about} is not on duty in a grid of {id} now.",
        WorkerRefusal.SameWorker => "Incidents are handed over to somebody else.",
        WorkerRefusal.NoBadge => $"Worker {id} has no badge.",
        WorkerRefusal.ReasonRequired => "A reason is needed.",
        _ => throw new UnreachableException(refusal.ToString()),
    };
}
