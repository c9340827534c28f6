using System.Collections.Immutable;
using GridActors.Core.Catalogue;

namespace GridActors.Contracts.Catalogue;

/// <summary>What became of a command.</summary>
/// <param name="Refusal">Null where it was done, or was so already.</param>
/// <param name="Problems">Everything that is wrong with a draft that was refused for it.</param>
/// <param name="Current">The version that holds afterwards; null where none was published.</param>
/// <param name="Draft">The draft afterwards; null where there is none.</param>
/// <param name="Published">Whether this call made a new version.</param>
[GenerateSerializer, Immutable, Alias("catalogue-reply")]
public sealed record CatalogueReply(
    [property: Id(0)] CatalogueRefusal? Refusal,
    [property: Id(1)] ImmutableArray<CatalogueProblem> Problems,
    [property: Id(2)] CatalogueVersion? Current,
    [property: Id(3)] CatalogueDraft? Draft,
    [property: Id(4)] bool Published);
