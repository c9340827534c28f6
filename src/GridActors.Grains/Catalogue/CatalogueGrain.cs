using System.Collections.Immutable;
using GridActors.Contracts.Catalogue;
using GridActors.Core.Catalogue;

namespace GridActors.Grains.Catalogue;

[GrainType("catalogue")]
internal sealed class CatalogueGrain(
    [PersistentState(CatalogueState.Name, ReferenceStorage.Name)] IPersistentState<CatalogueState> state) : Grain, ICatalogueGrain
{
    private CatalogueVersion? Current => state.State.Versions is [.., var last] ? last : null;

    public Task<CatalogueVersion?> GetAsync(CancellationToken ct) => Task.FromResult(Current);

    public Task<bool> PublishAsync(ImmutableArray<CatalogueItem> items, CancellationToken ct)
    {
        ImmutableArray<CatalogueItem> sorted = [.. items.OrderBy(i => i.Code)];
        return Current is { } known && known.Items.SequenceEqual(sorted)
            ? Task.FromResult(false)
            : state.SaveAsync(
                new CatalogueState { Versions = state.State.Versions.Add(new CatalogueVersion((Current?.Number ?? 0) + 1, sorted)) },
                ct);
    }
}
