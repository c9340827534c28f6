using System.Collections.Immutable;
using GridActors.Contracts.Divisions;
using GridActors.Core.Divisions;

namespace GridActors.Grains.Divisions;

[GrainType("region")]
internal sealed class RegionGrain(
    [PersistentState(RegionState.Name, ReferenceStorage.Name)] IPersistentState<RegionState> state) : Grain, IRegionGrain
{
    public Task<RegionIndex> GetAsync(CancellationToken ct) => Task.FromResult(new RegionIndex(state.State.Revision, state.State.Prefectures));

    public async Task<RegionIndex> AnnounceChangeAsync(ImmutableArray<DivisionCode> prefectures, CancellationToken ct)
    {
        await state.SaveAsync(
            state.State with
            {
                Revision = state.State.Revision + 1,
                Prefectures = [.. state.State.Prefectures.Union(prefectures).Order()],
            },
            ct);
        return await GetAsync(ct);
    }

    public Task NoteGridChangeAsync(DivisionCode village, CancellationToken ct) => state.State.VillagesInChange.Contains(village)
        ? Task.CompletedTask
        : state.SaveAsync(
            state.State with
            {
                VillagesInChange = [.. state.State.VillagesInChange.Append(village).Order()],
                ChangedVillages = [.. state.State.ChangedVillages.Append(village).Distinct().Order()],
            },
            ct);

    public Task ForgetGridChangeAsync(DivisionCode village, CancellationToken ct) => state.State.VillagesInChange.Contains(village)
        ? state.SaveAsync(state.State with { VillagesInChange = state.State.VillagesInChange.Remove(village) }, ct)
        : Task.CompletedTask;

    public Task<ImmutableArray<DivisionCode>> ListVillagesInChangeAsync(CancellationToken ct) => Task.FromResult(state.State.VillagesInChange);

    public Task<ImmutableArray<DivisionCode>> ListChangedVillagesAsync(CancellationToken ct) => Task.FromResult(state.State.ChangedVillages);
}
