using GridActors.Contracts.Access;
using GridActors.Core.Workers;

namespace GridActors.Contracts.Workers;

/// <summary>One worker by badge number. Key: <see cref="GrainKeys.Of(WorkerId)"/>.</summary>
[Alias("gridactors.worker"), Version(1)]
public interface IWorkerGrain : IGrainWithStringKey
{
    /// <summary>Null where no such worker was appointed.</summary>
    [Alias("get")]
    [Access(AccessKind.Known)]
    Task<Worker?> GetAsync(CancellationToken ct);

    /// <summary>Changes the worker, or refuses it. Durable when it returns, in the rosters of the grids too. Safe to retry.</summary>
    [Alias("execute")]
    [Access(AccessKind.Judged)]
    Task<WorkerReply> ExecuteAsync(WorkerCommand command, CancellationToken ct);

    /// <summary>Sets the worker's duties, beside those that are over. Durable when it returns; false where nothing differs.</summary>
    [Alias("appoint")]
    [Access(AccessKind.Judged)]
    Task<bool> AppointAsync(Worker worker, CancellationToken ct);
}
