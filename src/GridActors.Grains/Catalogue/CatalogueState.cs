using System.Collections.Immutable;
using GridActors.Core.Catalogue;

namespace GridActors.Grains.Catalogue;

/// <summary>Every version ever published, oldest first. Stored as JSON: add properties, never rename them.</summary>
internal sealed record CatalogueState
{
    public const string Name = "catalogue";

    public ImmutableArray<CatalogueVersion> Versions { get; init; } = [];
}
