using GridActors.Core.Incidents;

namespace GridActors.Core.Workers;

/// <summary>Somebody has verified something about a worker. What was looked at for it is nowhere in the platform.</summary>
/// <param name="By">The centre that vouches for it.</param>
[GenerateSerializer, Immutable, Alias("verification")]
public sealed record Verification([property: Id(0)] Post By, [property: Id(1)] DateTimeOffset At);
