using System.Collections.Immutable;

namespace GridActors.Core.Catalogue;

/// <summary>A published catalogue. An incident lives under the version that it was reported under.</summary>
/// <param name="Number">Counts from 1; a publication that changes nothing is no new version.</param>
/// <param name="Items">In order of their codes.</param>
[GenerateSerializer, Immutable, Alias("catalogue-version")]
public sealed record CatalogueVersion(
    [property: Id(0)] int Number,
    [property: Id(1)] ImmutableArray<CatalogueItem> Items)
{
    public CatalogueItem? Find(ItemCode code) => Items.FirstOrDefault(i => i.Code == code);
}
