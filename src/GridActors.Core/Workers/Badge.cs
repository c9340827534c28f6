namespace GridActors.Core.Workers;

/// <summary>The badge of a worker (Art. 14). A new one takes the place of the one before.</summary>
/// <param name="ExpiresAt">The first instant on which it is no longer valid.</param>
[GenerateSerializer, Immutable, Alias("badge")]
public sealed record Badge(
    [property: Id(0)] BadgeId Id,
    [property: Id(1)] DateTimeOffset IssuedAt,
    [property: Id(2)] DateTimeOffset ExpiresAt)
{
    /// <summary>Null where it was not revoked.</summary>
    [Id(3)]
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Why; empty where it was not revoked. Never in public.</summary>
    [Id(4)]
    public string RevokedBecause { get; init; } = "";
}
