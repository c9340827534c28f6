using GridActors.Core.Workers;

namespace GridActors.Contracts.Workers;

/// <summary>What became of a change of a worker.</summary>
/// <param name="Worker">As they are now; null where nobody knows them.</param>
/// <param name="Refusal">Null where it was done, now or before.</param>
/// <param name="About">The worker who stands in the way; null where none does.</param>
[GenerateSerializer, Immutable, Alias("worker-reply")]
public sealed record WorkerReply(
    [property: Id(0)] Worker? Worker,
    [property: Id(1)] WorkerRefusal? Refusal,
    [property: Id(2)] WorkerId? About = null);
