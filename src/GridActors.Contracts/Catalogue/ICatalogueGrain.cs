using System.Collections.Immutable;
using GridActors.Core.Catalogue;

namespace GridActors.Contracts.Catalogue;

/// <summary>The catalogue that a division publishes, and the draft of its next version. Key: <see cref="GrainKeys.CatalogueOf"/>.</summary>
[Alias("gridactors.catalogue"), Version(1)]
public interface ICatalogueGrain : IGrainWithStringKey
{
    /// <summary>The current version; null where none was published.</summary>
    [Alias("get")]
    Task<CatalogueVersion?> GetAsync(CancellationToken ct);

    /// <summary>Publishes these items as the next version, with the reserved requests and complaint channels of the current one. Durable when it returns; false where they are what holds already.</summary>
    [Alias("publish")]
    Task<bool> PublishAsync(ImmutableArray<CatalogueItem> items, CancellationToken ct);

    /// <summary>Drafts, publishes or discards. Durable when it returns.</summary>
    [Alias("execute")]
    Task<CatalogueReply> ExecuteAsync(CatalogueCommand command, CancellationToken ct);

    /// <summary>Null where nothing is drafted.</summary>
    [Alias("get-draft")]
    Task<CatalogueDraft?> GetDraftAsync(CancellationToken ct);

    /// <summary>Every version that this very division ever published, oldest first.</summary>
    [Alias("list-versions")]
    Task<ImmutableArray<CatalogueSummary>> ListVersionsAsync(CancellationToken ct);

    /// <summary>A version by its number, current or replaced; null where this very division never published it.</summary>
    [Alias("find-version")]
    Task<CatalogueVersion?> FindVersionAsync(int number, CancellationToken ct);
}
