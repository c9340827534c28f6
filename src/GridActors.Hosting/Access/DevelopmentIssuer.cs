using System.Collections.Immutable;
using System.Security.Cryptography;
using GridActors.Core.Access;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GridActors.Hosting.Access;

/// <summary>
/// Makes tokens for trials, with a key that lies in the data directory: whoever can read that file can be anybody, which
/// whoever owns the directory could be anyway. Never used outside Development.
/// </summary>
public sealed class DevelopmentIssuer : IDisposable
{
    public const string Name = "gridactors-development";
    public const string Audience = "gridactors";

    /// <summary>The longest life of a token.</summary>
    public static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(365);

    private const string FileName = "development-issuer.pem";

    private readonly ECDsa _key;

    private DevelopmentIssuer(ECDsa key)
    {
        _key = key;
        // Not cached: the library's cache would outlive this key, and hand a disposed one to the next that is opened on the same file.
        Key = new ECDsaSecurityKey(key) { KeyId = KeyIdOf(key), CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
    }

    /// <summary>What its tokens are signed with, and verified.</summary>
    public SecurityKey Key { get; }

    /// <summary>Reads the key of a data directory; the first time it makes one, and the directory where that is missing.</summary>
    /// <exception cref="ConfigurationRefusedException">The key cannot be read or made, or others than its owner may read it.</exception>
    public static DevelopmentIssuer Open(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, FileName);
        try
        {
            PrivateFile.CreateIfMissing(path, FreshKey);
            RefuseSharedFile(path);
            var key = ECDsa.Create();
            key.ImportFromPem(File.ReadAllText(path));
            return new DevelopmentIssuer(key);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            throw new ConfigurationRefusedException($"The key of the development issuer in {path} cannot be used: {fault.Message}", fault);
        }
    }

    /// <summary>A signed token.</summary>
    /// <param name="subject">Who it is for.</param>
    public string IssueToken(string subject, ImmutableArray<Grant> grants, DateTimeOffset now, TimeSpan lifetime)
    {
        var claims = new AuthClaims();
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                [claims.Subject] = subject,
                [claims.Grants] = grants.Select(GrantText.Write).ToArray(),
            },
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.EcdsaSha256),
        });
    }

    public void Dispose() => _key.Dispose();

    private static string FreshKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    /// <exception cref="UnauthorizedAccessException">Others than its owner may read or write the file.</exception>
    private static void RefuseSharedFile(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~PrivateFile.OwnerOnly) != 0)
        {
            throw new UnauthorizedAccessException("others than its owner may use it; run chmod 600 on it, or delete it and a new one is made.");
        }
    }

    private static string KeyIdOf(ECDsa key) => Base64UrlEncoder.Encode(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
}
