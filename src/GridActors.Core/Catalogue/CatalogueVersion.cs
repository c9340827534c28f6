using System.Collections.Immutable;

namespace GridActors.Core.Catalogue;

/// <summary>A published catalogue. An incident lives under the version that it was reported under.</summary>
/// <param name="Number">Counts from 1; a publication that changes nothing is no new version. The first one that a county publishes for itself follows the one that it inherited until then.</param>
/// <param name="Items">In order of their codes.</param>
/// <param name="PublishedAt">The smallest instant where it was stored without one.</param>
/// <param name="Reserved">See <see cref="CatalogueContent.Reserved"/>; default where it was stored without.</param>
/// <param name="Channels">See <see cref="CatalogueContent.Channels"/>; default where it was stored without.</param>
[GenerateSerializer, Immutable, Alias("catalogue-version")]
public sealed record CatalogueVersion(
    [property: Id(0)] int Number,
    [property: Id(1)] ImmutableArray<CatalogueItem> Items,
    [property: Id(2)] DateTimeOffset PublishedAt = default,
    [property: Id(3)] ImmutableArray<ReservedRequest> Reserved = default,
    [property: Id(4)] ImmutableArray<ComplaintChannel> Channels = default)
{
    public CatalogueContent Content => new(Items, Reserved.IsDefault ? [] : Reserved, Channels.IsDefault ? [] : Channels);

    public static CatalogueVersion Of(int number, CatalogueContent content, DateTimeOffset publishedAt) =>
        new(number, content.Items, publishedAt, content.Reserved, content.Channels);

    public CatalogueItem? Find(ItemCode code) => Items.FirstOrDefault(i => i.Code == code);

    public ReservedRequest? FindReserved(ItemCode code) => Content.Reserved.FirstOrDefault(r => r.Code == code);
}
