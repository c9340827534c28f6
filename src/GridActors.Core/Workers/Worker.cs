using System.Collections.Immutable;

namespace GridActors.Core.Workers;

/// <summary>A worker by badge number: where, in which role and when on duty. No name, no contact, no personal data.</summary>
[GenerateSerializer, Immutable, Alias("worker")]
public sealed record Worker(
    [property: Id(0)] WorkerId Id,
    [property: Id(1)] ImmutableArray<Duty> Duties);
