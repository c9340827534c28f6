namespace GridActors.Core.Catalogue;

/// <summary>A catalogue in the making; there is one at most in a division.</summary>
/// <param name="Revision">Goes up with every save and is never used twice in a division, also not by a later draft.</param>
/// <param name="BasedOn">The version that was current when it was saved; 0 where there was none. It can be published only while that is still so.</param>
[GenerateSerializer, Immutable, Alias("catalogue-draft")]
public sealed record CatalogueDraft(
    [property: Id(0)] int Revision,
    [property: Id(1)] int BasedOn,
    [property: Id(2)] DateTimeOffset SavedAt,
    [property: Id(3)] CatalogueContent Content);
