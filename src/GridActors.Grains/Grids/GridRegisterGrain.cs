using System.Collections.Immutable;
using GridActors.Contracts;
using GridActors.Contracts.Grids;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Grains.Divisions;

namespace GridActors.Grains.Grids;

/// <summary>Decides, stores, and makes the grids follow. The rules are in <see cref="GridDecider"/>.</summary>
/// <remarks>No walk of the reference data asks this actor, so it may wait for one.</remarks>
[GrainType("grid-register")]
internal sealed class GridRegisterGrain(
    [PersistentState(GridRegisterState.Name, ReferenceStorage.Name)] IPersistentState<GridRegisterState> state,
    IRegionDirectory region,
    TimeProvider clock) : Grain, IGridRegisterGrain
{
    private ImmutableArray<GridChange> Changes => state.State.Changes;

    private DivisionCode Village => DivisionCode.Parse(GrainKeys.CodeIn(this.GetPrimaryKeyString()));

    public Task<ImmutableArray<GridChange>> GetAsync(CancellationToken ct) => Task.FromResult(Changes);

    public async Task<GridChangeReply> FileAsync(GridCommand command, CancellationToken ct)
    {
        if (await ReadGridsAsync(ct) is not { } grids)
        {
            return new GridChangeReply(null, false, GridRefusal.UnknownVillage, null);
        }

        var snapshot = await region.RefreshAsync(ct);
        ImmutableArray<Grid> neighbours = [.. command.Boundaries
            .SelectMany(b => GridBoundary.TryParse(b, out var area, out _) ? snapshot.Grids.Near(area) : [])
            .Where(g => g.Code.Village != Village && !g.Code.IsDedicated)
            .DistinctBy(g => g.Code)];
        var context = new GridContext(Village, grids, Changes, neighbours, snapshot.CalendarOf(Village).UtcOffset);
        var decision = GridDecider.Decide(command, context, Now());
        if (decision is { IsNew: true, Change: { } change })
        {
            // First, so that a change which is stored is always looked for.
            await GrainFactory.GetRegion().NoteGridChangeAsync(Village, ct);
            await state.SaveAsync(state.State with { Changes = Changes.Add(change) }, ct);
        }

        return new GridChangeReply(decision.Change, decision.IsNew, decision.Refusal, decision.About);
    }

    public async Task<ImmutableArray<GridChange>> ApplyDueAsync(CancellationToken ct)
    {
        var now = Now();
        foreach (var due in Changes.Where(c => c.AppliedAt is null && c.EffectiveAt <= now).OrderBy(c => c.EffectiveAt).ThenBy(c => c.Number).ToList())
        {
            await ApplyAsync(due, ct);
            await ReplaceAsync(due with { AppliedAt = now, IsSettled = !due.MovesIncidents }, ct);
        }

        await ForgetWhereDoneAsync(ct);
        return [.. Changes.Where(c => c is { AppliedAt: not null, IsSettled: false }).OrderBy(c => c.AppliedAt).ThenBy(c => c.EffectiveAt).ThenBy(c => c.Number)];
    }

    public async Task SettleAsync(int number, CancellationToken ct)
    {
        if (Changes.FirstOrDefault(c => c.Number == number) is { AppliedAt: not null, IsSettled: false } change)
        {
            await ReplaceAsync(change with { IsSettled = true }, ct);
        }

        await ForgetWhereDoneAsync(ct);
    }

    private async Task<VillageGrids?> ReadGridsAsync(CancellationToken ct)
    {
        if (await GrainFactory.GetDivision(Village).GetAsync(ct) is not { } village)
        {
            return null;
        }

        var grids = await Task.WhenAll(village.Grids.Select(code => GrainFactory.GetGrid(code).GetAsync(ct)));
        return VillageGrids.Of(grids.OfType<GridDetails>().Select(g => g.Grid), village.EndedGrids);
    }

    /// <summary>New grids before the village that lists them; the list changes in one write. Each step may be repeated.</summary>
    private async Task ApplyAsync(GridChange change, CancellationToken ct)
    {
        foreach (var grid in change.After)
        {
            await GrainFactory.GetGrid(grid.Code).FileAsync(grid, ct);
        }

        await GrainFactory.GetDivision(Village).ReplaceGridsAsync([.. change.Ended], [.. change.After.Select(g => g.Code)], ct);
        foreach (var code in change.Ended)
        {
            await GrainFactory.GetGrid(code).EndAsync(change.EffectiveAt, ct);
        }

        await GrainFactory.GetRegion().AnnounceChangeAsync([], ct);
    }

    private Task<bool> ReplaceAsync(GridChange change, CancellationToken ct) =>
        state.SaveAsync(state.State with { Changes = [.. Changes.Select(c => c.Number == change.Number ? change : c)] }, ct);

    private async Task ForgetWhereDoneAsync(CancellationToken ct)
    {
        if (Changes.All(c => c.IsSettled))
        {
            await GrainFactory.GetRegion().ForgetGridChangeAsync(Village, ct);
        }
    }

    /// <summary>Whole milliseconds, like every instant that is stored.</summary>
    private DateTimeOffset Now()
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
