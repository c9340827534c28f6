using System.Collections.Immutable;
using GridActors.Contracts.Access;
using GridActors.Core.Access;
using GridActors.Core.Catalogue;

namespace GridActors.Contracts.Catalogue;

/// <summary>The catalogue that a division publishes, and the draft of its next version. Key: <see cref="GrainKeys.CatalogueOf"/>.</summary>
[Alias("gridactors.catalogue"), Version(1)]
public interface ICatalogueGrain : IGrainWithStringKey
{
    /// <summary>The current version; null where none was published.</summary>
    [Alias("get")]
    [Access(AccessKind.Known)]
    Task<CatalogueVersion?> GetAsync(CancellationToken ct);

    /// <summary>Publishes these items as the next version, with the reserved requests and complaint channels of the current one. Durable when it returns; false where they are what holds already.</summary>
    [Alias("publish")]
    [Access(AccessKind.AtPlace, Permission = Permission.ChangeReference)]
    Task<bool> PublishAsync(ImmutableArray<CatalogueItem> items, CancellationToken ct);

    /// <summary>Drafts, publishes or discards. Durable when it returns.</summary>
    [Alias("execute")]
    [Access(AccessKind.AtPlace, Permission = Permission.ChangeReference)]
    Task<CatalogueReply> ExecuteAsync(CatalogueCommand command, CancellationToken ct);

    /// <summary>Null where nothing is drafted.</summary>
    [Alias("get-draft")]
    [Access(AccessKind.Known)]
    Task<CatalogueDraft?> GetDraftAsync(CancellationToken ct);

    /// <summary>Every version that this very division ever published, oldest first.</summary>
    [Alias("list-versions")]
    [Access(AccessKind.Known)]
    Task<ImmutableArray<CatalogueSummary>> ListVersionsAsync(CancellationToken ct);

    /// <summary>A version by its number, current or replaced; null where this very division never published it.</summary>
    [Alias("find-version")]
    [Access(AccessKind.Known)]
    Task<CatalogueVersion?> FindVersionAsync(int number, CancellationToken ct);
}
