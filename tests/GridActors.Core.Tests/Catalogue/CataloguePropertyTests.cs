using CsCheck;
using GridActors.Core.Catalogue;
using static GridActors.Core.Tests.Catalogue.Catalogues;

namespace GridActors.Core.Tests.Catalogue;

public sealed class CataloguePropertyTests
{
    /// <summary>A few codes and limits, so that publications add, drop and change the same items again and again.</summary>
    private static readonly Gen<CatalogueContent> _contents = Gen.Select(
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 3]).Array[1, 5],
        Gen.Bool,
        (items, reserves) => new CatalogueContent(
            [.. items.DistinctBy(i => i.Item1).OrderBy(i => i.Item1).Select(i => Item($"010{i.Item1}", acceptMinutes: i.Item2))],
            reserves ? [Licence] : [],
            []));

    [Fact]
    public void Every_version_ever_published_can_be_read_as_it_was() => _contents.Array[1, 12].Sample(contents =>
    {
        var published = new List<CatalogueVersion>();
        var book = CatalogueBook.Empty;
        foreach (var content in contents)
        {
            book = CatalogueDecider.Decide(book, new PublishCatalogue(content), inherited: 0, DateTimeOffset.UnixEpoch.AddDays(published.Count)).Book;
            if (book.Current!.Number > published.Count)
            {
                published.Add(book.Current);
            }
        }

        foreach (var version in published)
        {
            var found = book.Find(version.Number)!;
            Assert.Equal((version.Content, version.PublishedAt), (found.Content, found.PublishedAt));
        }

        Assert.Equal(Enumerable.Range(1, published.Count).Reverse(), book.Versions().Select(v => v.Number));
    });

    [Fact]
    public void A_difference_turned_round_is_the_difference_the_other_way() => Gen.Select(_contents, _contents).Sample((from, to) =>
    {
        var there = CatalogueDiff.Between(from, to);
        var back = CatalogueDiff.Between(to, from);

        Assert.Equal(there.Added.AsEnumerable(), back.Removed);
        Assert.Equal(there.ReservedRemoved.AsEnumerable(), back.ReservedAdded);
        Assert.Equal(there.Changed.Select(c => c.Code), back.Changed.Select(c => c.Code));
        Assert.Equal(from == to, IsEmpty(there));
    });

    private static bool IsEmpty(CatalogueDiff diff) =>
        diff is { Added: [], Removed: [], Changed: [], ReservedAdded: [], ReservedRemoved: [], ReservedChanged: [], ChannelsDiffer: false };
}
