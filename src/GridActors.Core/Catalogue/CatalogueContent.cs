using System.Collections.Immutable;

namespace GridActors.Core.Catalogue;

/// <summary>What a catalogue says, drafted or published.</summary>
/// <param name="Items">In order of their codes.</param>
/// <param name="Reserved">Requests that are refused because only an authority may do them; in order of their codes.</param>
/// <param name="Channels">In the order in which they are shown.</param>
[GenerateSerializer, Immutable, Alias("catalogue-content")]
public sealed record CatalogueContent(
    [property: Id(0)] ImmutableArray<CatalogueItem> Items,
    [property: Id(1)] ImmutableArray<ReservedRequest> Reserved,
    [property: Id(2)] ImmutableArray<ComplaintChannel> Channels)
{
    public static CatalogueContent Empty { get; } = new([], [], []);

    /// <summary>The same, items and reserved requests in order of their codes.</summary>
    public CatalogueContent Sorted() => this with { Items = [.. Items.OrderBy(i => i.Code)], Reserved = [.. Reserved.OrderBy(r => r.Code)] };

    public bool Equals(CatalogueContent? other) =>
        other is not null && Items.SequenceEqual(other.Items) && Reserved.SequenceEqual(other.Reserved) && Channels.SequenceEqual(other.Channels);

    public override int GetHashCode() => HashCode.Combine(Items.Length, Reserved.Length, Channels.Length);
}
