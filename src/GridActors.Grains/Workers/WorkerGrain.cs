using GridActors.Contracts.Workers;
using GridActors.Core.Workers;

namespace GridActors.Grains.Workers;

[GrainType("worker")]
internal sealed class WorkerGrain(
    [PersistentState(WorkerState.Name, ReferenceStorage.Name)] IPersistentState<WorkerState> state) : Grain, IWorkerGrain
{
    public Task<Worker?> GetAsync(CancellationToken ct) => Task.FromResult(state.State.Worker);

    public Task<bool> AppointAsync(Worker worker, CancellationToken ct) =>
        state.State.Worker is { } known && known.Id == worker.Id && known.Duties.SequenceEqual(worker.Duties)
            ? Task.FromResult(false)
            : state.SaveAsync(new WorkerState { Worker = worker }, ct);
}
