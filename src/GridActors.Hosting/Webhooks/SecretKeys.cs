using System.Collections.Immutable;
using System.Security.Cryptography;
using GridActors.Core.Webhooks;
using GridActors.Storage.Webhooks;

namespace GridActors.Hosting.Webhooks;

/// <summary>
/// Seals secrets of subscriptions, and opens them: each is bound to its subscription.
/// </summary>
public sealed class SecretKeys
{
    private readonly ImmutableArray<(string Id, byte[] Key)> _keys;

    private SecretKeys(ImmutableArray<(string Id, byte[] Key)> keys) => _keys = keys;

    /// <summary>Of an installation without a key file.</summary>
    public static SecretKeys None { get; } = new([]);

    /// <summary>False where there is no key: then nothing can be sealed or opened.</summary>
    public bool CanSeal => !_keys.IsEmpty;

    /// <exception cref="ConfigurationRefusedException">The file cannot be read, or has something else in it.</exception>
    public static SecretKeys Load(string path)
    {
        try
        {
            ImmutableArray<byte[]> keys = [.. File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => Convert.FromBase64String(line.Trim()))];
            return !keys.IsEmpty && keys.All(k => k.Length == SealedBox.KeySize)
                ? new SecretKeys([.. keys.Select(k => (IdOf(k), k))])
                : throw new FormatException("Another length.");
        }
        catch (FormatException malformed)
        {
            throw new ConfigurationRefusedException($"{WebhookOptions.Section}:{nameof(WebhookOptions.SecretKeyFile)}: '{path}' has to have {SealedBox.KeySize} random bytes in base64, one key a line.", malformed);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationRefusedException($"{WebhookOptions.Section}:{nameof(WebhookOptions.SecretKeyFile)}: '{path}' cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Makes the file where it is missing, whole or not at all, for its owner only.</summary>
    /// <exception cref="ConfigurationRefusedException">The file cannot be read, or has something else in it.</exception>
    public static SecretKeys LoadOrCreate(string path)
    {
        PrivateFile.CreateIfMissing(path, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(SealedBox.KeySize)) + '\n');
        return Load(path);
    }

    /// <exception cref="InvalidOperationException">There is no key; see <see cref="CanSeal"/>.</exception>
    public SealedSecret Seal(WebhookId subscription, ReadOnlySpan<byte> secret)
    {
        var (id, key) = _keys.IsEmpty ? throw new InvalidOperationException("There is no key to seal with.") : _keys[0];
        return new SealedSecret(id, SealedBox.Seal(key, secret, subscription.Value));
    }

    /// <exception cref="CryptographicException">The key is not in the file any more, or the box is another subscription's or was changed.</exception>
    public byte[] Open(WebhookId subscription, SealedSecret secret)
    {
        var key = _keys.FirstOrDefault(k => k.Id == secret.KeyId).Key ?? throw new CryptographicException($"The key {secret.KeyId} is not in the key file.");
        return SealedBox.Open(key, secret.Box.Span, subscription.Value);
    }

    /// <summary>Says nothing about the key.</summary>
    private static string IdOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key))[..16];
}
