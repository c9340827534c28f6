using System.Collections.Immutable;

namespace GridActors.Core.Catalogue;

/// <summary>What the rules answer to a command.</summary>
/// <param name="Book">The book afterwards; the very same one where nothing changes.</param>
/// <param name="Refusal">Null where it was done, or was so already.</param>
/// <param name="Problems">Everything that is wrong with a draft that was refused for it.</param>
public sealed record CatalogueDecision(CatalogueBook Book, CatalogueRefusal? Refusal, ImmutableArray<CatalogueProblem> Problems);

/// <summary>What is wrong with one part of a catalogue.</summary>
/// <param name="Path">Such as <c>items[3].nameZh</c>.</param>
/// <param name="Code">Stable, in snake case.</param>
[GenerateSerializer, Immutable, Alias("catalogue-problem")]
public sealed record CatalogueProblem([property: Id(0)] string Path, [property: Id(1)] string Code, [property: Id(2)] string Message);
