namespace GridActors.Contracts.Catalogue;

/// <summary>A published version without its items.</summary>
/// <param name="PublishedAt">The smallest instant where it was stored without one.</param>
[GenerateSerializer, Immutable, Alias("catalogue-summary")]
public sealed record CatalogueSummary(
    [property: Id(0)] int Number,
    [property: Id(1)] DateTimeOffset PublishedAt,
    [property: Id(2)] int Items,
    [property: Id(3)] int Reserved);
