using GridActors.Core.Workers;

namespace GridActors.Contracts.Grids;

/// <summary>What a grid says to a worker's duties in it.</summary>
/// <param name="Refusal">Null where they are on its roster.</param>
/// <param name="About">The worker who stands in the way; null where none does.</param>
[GenerateSerializer, Immutable, Alias("place-reply")]
public sealed record PlaceReply([property: Id(0)] WorkerRefusal? Refusal, [property: Id(1)] WorkerId? About);
