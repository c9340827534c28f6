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
}
