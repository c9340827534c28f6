using System.Collections.Immutable;
using GridActors.Core.Access;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Access;

/// <summary>Keys of machine clients. Their secrets are not in it.</summary>
public interface IApiKeyStore
{
    /// <summary>Durable when it returns.</summary>
    /// <exception cref="JournalUnavailableException">The store failed; whether the key is there is unknown.</exception>
    Task AddAsync(ApiKey key, CancellationToken ct);

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<ApiKey?> FindAsync(ApiKeyId id, CancellationToken ct);

    /// <summary>All of them, those of the past included, newest first.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<ImmutableArray<ApiKey>> ListAsync(CancellationToken ct);

    /// <summary>Durable when it returns. A key that was revoked before keeps its first instant.</summary>
    /// <returns>Whether there is such a key.</returns>
    /// <exception cref="JournalUnavailableException">The store failed; whether the key is revoked is unknown.</exception>
    Task<bool> RevokeAsync(ApiKeyId id, DateTimeOffset at, CancellationToken ct);
}

/// <summary>A key as it is stored.</summary>
/// <param name="Name">What it is for; not a person's.</param>
/// <param name="SecretHash">SHA-256 of its secret, in hexadecimal. The secret is 256 random bits, so that no slower hash is needed.</param>
/// <param name="CreatedBy">The subject of who made it.</param>
/// <param name="RevokedAt">Null while it is not.</param>
public sealed record ApiKey(
    ApiKeyId Id,
    string Name,
    string SecretHash,
    ImmutableArray<Grant> Grants,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt);
