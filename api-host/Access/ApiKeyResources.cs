using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using GridActors.Core.Access;
using GridActors.Storage.Access;

namespace GridActors.ApiHost.Access;

/// <summary>A key to be made.</summary>
public sealed record ApiKeyBody
{
    /// <summary>What it is for, 1 to 80 characters; not a person's name.</summary>
    [Required]
    public string? Name { get; init; }

    /// <summary>What it may do, and where: role:scope, of a worker role:scope:badge, of a department role:scope:code. 1 to 64.</summary>
    [Required]
    public IReadOnlyList<string>? Grants { get; init; }

    /// <summary>When it ends: after now, within a year.</summary>
    [Required]
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>A key without its secret.</summary>
/// <param name="CreatedBy">The subject of who made it.</param>
/// <param name="RevokedAt">Null while it is not.</param>
public sealed record ApiKeyResource(
    ApiKeyId Id,
    string Name,
    ImmutableArray<string> Grants,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt)
{
    public static ApiKeyResource Of(ApiKey key) =>
        new(key.Id, key.Name, [.. key.Grants.Select(GrantText.Write)], key.CreatedBy, key.CreatedAt, key.ExpiresAt, key.RevokedAt);
}

/// <summary>A key that was made just now.</summary>
/// <param name="Secret">What stands behind ApiKey in the Authorization header. It is shown this once.</param>
public sealed record NewApiKeyResource(ApiKeyResource Key, string Secret);
