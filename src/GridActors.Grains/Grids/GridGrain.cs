using System.Collections.Immutable;
using GridActors.Contracts.Grids;
using GridActors.Core.Grids;
using GridActors.Core.Workers;

namespace GridActors.Grains.Grids;

[GrainType("grid")]
internal sealed class GridGrain(
    [PersistentState(GridState.Name, ReferenceStorage.Name)] IPersistentState<GridState> state) : Grain, IGridGrain
{
    private GridState State => state.State;

    public Task<GridDetails?> GetAsync(CancellationToken ct) =>
        Task.FromResult(State.Grid is { } grid ? new GridDetails(grid, State.Roster) { EndedAt = State.EndedAt } : null);

    public Task<bool> FileAsync(Grid grid, CancellationToken ct) =>
        State.Grid == grid || State.EndedAt is not null ? Task.FromResult(false) : state.SaveAsync(State with { Grid = grid }, ct);

    public Task<bool> EndAsync(DateTimeOffset at, CancellationToken ct) =>
        State.EndedAt is not null ? Task.FromResult(false) : state.SaveAsync(State with { EndedAt = at }, ct);

    public Task<bool> SetRosterAsync(ImmutableArray<Duty> roster, CancellationToken ct) =>
        State.Roster.SequenceEqual(roster) ? Task.FromResult(false) : state.SaveAsync(State with { Roster = roster }, ct);

    public Task<WorkerRole?> RoleOfAsync(WorkerId worker, CancellationToken ct) =>
        Task.FromResult(State.Roster.Where(d => d.WorkerId == worker).Select(d => (WorkerRole?)d.Role).Min());

    public Task<ImmutableArray<WorkerId>> OnDutyAsync(DateTimeOffset now, TimeSpan utcOffset, CancellationToken ct) =>
        Task.FromResult(State.EndedAt is null ? Roster.OnDuty(State.Roster, now, utcOffset) : []);
}
