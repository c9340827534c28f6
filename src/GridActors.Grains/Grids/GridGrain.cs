using System.Collections.Immutable;
using GridActors.Contracts.Grids;
using GridActors.Core.Grids;
using GridActors.Core.Workers;

namespace GridActors.Grains.Grids;

[GrainType("grid")]
internal sealed class GridGrain(
    [PersistentState(GridState.Name, ReferenceStorage.Name)] IPersistentState<GridState> state,
    TimeProvider clock) : Grain, IGridGrain
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

    public async Task<PlaceReply> PlaceAsync(WorkerId worker, ImmutableArray<Duty> duties, CancellationToken ct)
    {
        if (State.Grid is null)
        {
            return new PlaceReply(WorkerRefusal.UnknownGrid, null);
        }

        var decision = RosterDecider.Place(State.Roster, State.EndedAt is not null, worker, duties, clock.NowInMilliseconds());
        if (decision.Refusal is null)
        {
            await SetRosterAsync(decision.Roster, ct);
        }

        return new PlaceReply(decision.Refusal, decision.About);
    }

    public Task<WorkerRole?> RoleOfAsync(WorkerId worker, CancellationToken ct) =>
        Task.FromResult(State.Roster.Where(d => d.WorkerId == worker && d.Holds(clock.GetUtcNow())).Select(d => (WorkerRole?)d.Role).Min());

    public Task<ImmutableArray<WorkerId>> OnDutyAsync(DateTimeOffset now, TimeSpan utcOffset, CancellationToken ct) =>
        Task.FromResult(State.EndedAt is null ? Roster.OnDuty(State.Roster, now, utcOffset) : []);
}
