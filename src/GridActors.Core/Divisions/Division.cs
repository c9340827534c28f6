namespace GridActors.Core.Divisions;

/// <summary>A prefecture, county, township or village.</summary>
/// <param name="UrbanRuralClass">The three-digit class of the statistics office (111 main urban area ... 220 village); empty where not published.</param>
[GenerateSerializer, Immutable, Alias("division")]
public sealed record Division(
    [property: Id(0)] DivisionCode Code,
    [property: Id(1)] string Name,
    [property: Id(2)] string UrbanRuralClass);
