using System.Collections.Immutable;
using GridActors.Core.Grids;
using GridActors.Core.Workers;

namespace GridActors.Contracts.Grids;

[GenerateSerializer, Immutable, Alias("grid-details")]
public sealed record GridDetails([property: Id(0)] Grid Grid, [property: Id(1)] ImmutableArray<Duty> Roster)
{
    /// <summary>When the grid ended; null while it is there.</summary>
    [Id(2)]
    public DateTimeOffset? EndedAt { get; init; }
}
