using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GridActors.Hosting.Webhooks;

/// <summary>Secrets and signatures as Standard Webhooks lays them out.</summary>
public static class WebhookSignatures
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    private const string SecretPrefix = "whsec_";
    private const int SecretLength = 32;

    public static byte[] FreshSecret() => RandomNumberGenerator.GetBytes(SecretLength);

    /// <summary>A secret as its receiver gets it, once.</summary>
    public static string TextOf(ReadOnlySpan<byte> secret) => SecretPrefix + Convert.ToBase64String(secret);

    /// <summary>The value of <see cref="SignatureHeader"/>: a signature for each secret, so that a receiver who knows one of them can verify.</summary>
    public static string Sign(string id, DateTimeOffset timestamp, ReadOnlySpan<byte> body, IEnumerable<byte[]> secrets)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp.ToUnixTimeSeconds()}.")), .. body];
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(secret, signed))}"));
    }
}
