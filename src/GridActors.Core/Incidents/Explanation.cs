using System.Collections.Immutable;

namespace GridActors.Core.Incidents;

/// <summary>Why an incident is where it is: one entry for each routing decision, oldest first.</summary>
/// <param name="To">The post that holds it, or that watches it, from then on.</param>
/// <param name="Vacant">Posts that were passed over because nobody was on duty.</param>
[GenerateSerializer, Immutable, Alias("explanation")]
public sealed record Explanation(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] RoutingRule Rule,
    [property: Id(2)] Post To,
    [property: Id(3)] ImmutableArray<Post> Vacant,
    [property: Id(4)] int CatalogueVersion,
    [property: Id(5)] int CalendarVersion);
