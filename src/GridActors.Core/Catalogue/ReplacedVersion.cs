using System.Collections.Immutable;

namespace GridActors.Core.Catalogue;

/// <summary>
/// A version that another one replaced, kept as what has to be undone in the one behind it: most publications change a few
/// items, and a book of many years stays small.
/// </summary>
/// <param name="Items">As they were, where the next version changed or dropped them.</param>
/// <param name="Absent">Items that the next version added.</param>
[GenerateSerializer, Immutable, Alias("replaced-catalogue")]
public sealed record ReplacedVersion(
    [property: Id(0)] int Number,
    [property: Id(1)] DateTimeOffset PublishedAt,
    [property: Id(2)] ImmutableArray<CatalogueItem> Items,
    [property: Id(3)] ImmutableArray<ItemCode> Absent,
    [property: Id(4)] ImmutableArray<ReservedRequest> Reserved,
    [property: Id(5)] ImmutableArray<ComplaintChannel> Channels)
{
    public static ReplacedVersion Of(CatalogueVersion version, CatalogueContent next)
    {
        var following = next.Items.ToDictionary(i => i.Code);
        return new ReplacedVersion(
            version.Number,
            version.PublishedAt,
            [.. version.Items.Where(i => following.GetValueOrDefault(i.Code) != i)],
            [.. following.Keys.Except(version.Items.Select(i => i.Code)).Order()],
            version.Content.Reserved,
            version.Content.Channels);
    }

    /// <summary>The version itself, from the one that replaced it.</summary>
    public CatalogueVersion Restore(CatalogueVersion next)
    {
        var items = next.Items.Where(i => !Absent.Contains(i.Code)).ToDictionary(i => i.Code);
        foreach (var item in Items)
        {
            items[item.Code] = item;
        }

        return CatalogueVersion.Of(Number, new CatalogueContent([.. items.Values], Reserved, Channels).Sorted(), PublishedAt);
    }
}
