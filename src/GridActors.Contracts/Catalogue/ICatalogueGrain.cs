using System.Collections.Immutable;
using GridActors.Core.Catalogue;

namespace GridActors.Contracts.Catalogue;

/// <summary>The catalogue that a division publishes. Key: <see cref="GrainKeys.CatalogueOf"/>.</summary>
[Alias("gridactors.catalogue"), Version(1)]
public interface ICatalogueGrain : IGrainWithStringKey
{
    /// <summary>The current version; null where none was published.</summary>
    [Alias("get")]
    Task<CatalogueVersion?> GetAsync(CancellationToken ct);

    /// <summary>Publishes these items as the next version. Durable when it returns; false where they are what holds already.</summary>
    [Alias("publish")]
    Task<bool> PublishAsync(ImmutableArray<CatalogueItem> items, CancellationToken ct);
}
