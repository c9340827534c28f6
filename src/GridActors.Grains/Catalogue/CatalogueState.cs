using System.Collections.Immutable;
using GridActors.Core.Catalogue;

namespace GridActors.Grains.Catalogue;

/// <summary>Stored as JSON: add properties, never rename them.</summary>
internal sealed record CatalogueState
{
    public const string Name = "catalogue";

    /// <summary>The current version. A state that was stored before versions were kept as differences has all of them, oldest first.</summary>
    public ImmutableArray<CatalogueVersion> Versions { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public ImmutableArray<ReplacedVersion> Replaced { get; init; } = [];

    public CatalogueDraft? Draft { get; init; }

    public int LastRevision { get; init; }

    public static CatalogueState Of(CatalogueBook book) => new()
    {
        Versions = book.Current is { } current ? [current] : [],
        Replaced = book.Replaced,
        Draft = book.Draft,
        LastRevision = book.LastRevision,
    };

    public CatalogueBook ToBook() =>
        Versions.Aggregate(new CatalogueBook(null, Replaced, Draft, LastRevision), (book, version) => book.Publish(CatalogueVersion.Of(version.Number, version.Content, version.PublishedAt)));
}
