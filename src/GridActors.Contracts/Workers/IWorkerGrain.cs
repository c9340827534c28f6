using GridActors.Core.Workers;

namespace GridActors.Contracts.Workers;

/// <summary>One worker by badge number. Key: <see cref="GrainKeys.Of(WorkerId)"/>.</summary>
[Alias("gridactors.worker"), Version(1)]
public interface IWorkerGrain : IGrainWithStringKey
{
    /// <summary>Null where no such worker was appointed.</summary>
    [Alias("get")]
    Task<Worker?> GetAsync(CancellationToken ct);

    /// <summary>Sets the worker's duties. Durable when it returns; false where nothing differs.</summary>
    [Alias("appoint")]
    Task<bool> AppointAsync(Worker worker, CancellationToken ct);
}
