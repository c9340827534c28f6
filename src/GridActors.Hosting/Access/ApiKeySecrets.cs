using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using GridActors.Core.Access;
using GridActors.Storage.Access;
using Microsoft.IdentityModel.Tokens;

namespace GridActors.Hosting.Access;

/// <summary>New keys, and the form in which one is shown: its id, a dot, and its secret. The secret is known to its holder only.</summary>
public static class ApiKeySecrets
{
    /// <summary>The longest life of a key.</summary>
    public static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(366);

    /// <summary>The longest name of a key.</summary>
    public const int MaxNameLength = 80;

    private const int SecretBytes = 32;
    private const int SecretLength = 43;

    /// <summary>A fresh key, and what its holder has to show. It is nowhere else.</summary>
    public static (ApiKey Key, string Shown) Create(string name, ImmutableArray<Grant> grants, string createdBy, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        var id = ApiKeyId.FromBytes(RandomNumberGenerator.GetBytes(ApiKeyId.Bytes));
        var secret = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(SecretBytes));
        var key = new ApiKey(id, name, HashOf(secret), grants, createdBy, WholeMilliseconds(now), WholeMilliseconds(expiresAt), RevokedAt: null);
        return (key, $"{id}.{secret}");
    }

    /// <summary>Whether a text can be the name of a key: 1 to 80 characters, none of them of control or a mark that turns the direction of writing.</summary>
    public static bool IsName([NotNullWhen(true)] string? name) => name is { Length: >= 1 and <= MaxNameLength }
        && name.Trim().Length > 0
        && name.EnumerateRunes().All(r => Rune.GetUnicodeCategory(r) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.OtherNotAssigned));

    public static DateTimeOffset WholeMilliseconds(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());

    /// <summary>Takes what was shown apart; says nothing about whether there is such a key.</summary>
    internal static bool TryRead(string shown, out ApiKeyId id, out string secret)
    {
        var dot = shown.IndexOf('.', StringComparison.Ordinal);
        secret = dot < 0 ? "" : shown[(dot + 1)..];
        return ApiKeyId.TryParse(dot < 0 ? null : shown[..dot], out id) && secret.Length == SecretLength;
    }

    /// <summary>Takes as long for a secret that is nearly right as for any other.</summary>
    internal static bool Match(string secret, ApiKey? key)
    {
        var hash = Encoding.ASCII.GetBytes(HashOf(secret));
        return CryptographicOperations.FixedTimeEquals(hash, key is null ? new byte[hash.Length] : Encoding.ASCII.GetBytes(key.SecretHash));
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
