using GridActors.Contracts.Workers;
using GridActors.Core.Workers;

namespace GridActors.Grains.Workers;

[GrainType("badge")]
internal sealed class BadgeGrain(
    [PersistentState(BadgeState.Name, ReferenceStorage.Name)] IPersistentState<BadgeState> state) : Grain, IBadgeGrain
{
    public Task<WorkerId?> FindWorkerAsync(CancellationToken ct) => Task.FromResult(state.State.Worker);

    public Task AssignAsync(WorkerId worker, CancellationToken ct) =>
        state.State.Worker == worker ? Task.CompletedTask : state.SaveAsync(new BadgeState { Worker = worker }, ct);
}
