using System.Collections.Immutable;

namespace GridActors.Core.Catalogue;

/// <summary>All that a division has published, and what it drafts.</summary>
/// <param name="Current">Null where nothing was published yet.</param>
/// <param name="Replaced">Earlier versions, oldest first.</param>
/// <param name="LastRevision">The revision of the last draft, also where it is gone.</param>
public sealed record CatalogueBook(CatalogueVersion? Current, ImmutableArray<ReplacedVersion> Replaced, CatalogueDraft? Draft, int LastRevision)
{
    public static CatalogueBook Empty { get; } = new(null, [], null, 0);

    /// <summary>The same book with its next version in it.</summary>
    public CatalogueBook Publish(CatalogueVersion next) => this with
    {
        Current = next,
        Replaced = Current is { } replaced ? Replaced.Add(ReplacedVersion.Of(replaced, next.Content)) : Replaced,
    };

    /// <summary>Every version ever published, newest first.</summary>
    public IEnumerable<CatalogueVersion> Versions()
    {
        if (Current is not { } version)
        {
            yield break;
        }

        yield return version;
        foreach (var replaced in Replaced.Reverse())
        {
            version = replaced.Restore(version);
            yield return version;
        }
    }

    public CatalogueVersion? Find(int number) => Versions().FirstOrDefault(v => v.Number == number);
}
