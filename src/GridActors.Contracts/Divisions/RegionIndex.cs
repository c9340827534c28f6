using System.Collections.Immutable;
using GridActors.Core.Divisions;

namespace GridActors.Contracts.Divisions;

[GenerateSerializer, Immutable, Alias("region-index")]
public sealed record RegionIndex([property: Id(0)] int Revision, [property: Id(1)] ImmutableArray<DivisionCode> Prefectures);
