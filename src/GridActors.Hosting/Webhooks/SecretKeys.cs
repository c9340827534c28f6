using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using GridActors.Core.Webhooks;
using GridActors.Storage.Webhooks;

namespace GridActors.Hosting.Webhooks;

/// <summary>
/// Seals secrets of subscriptions, and opens them: AES-256-GCM with a random nonce, bound to the subscription, so that a box put
/// into the row of another one does not open.
/// </summary>
public sealed class SecretKeys
{
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

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
            return !keys.IsEmpty && keys.All(k => k.Length == KeyLength)
                ? new SecretKeys([.. keys.Select(k => (IdOf(k), k))])
                : throw new FormatException("Another length.");
        }
        catch (FormatException malformed)
        {
            throw new ConfigurationRefusedException($"{WebhookOptions.Section}:{nameof(WebhookOptions.SecretKeyFile)}: '{path}' has to have {KeyLength} random bytes in base64, one key a line.", malformed);
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
        if (!File.Exists(path))
        {
            var part = $"{path}.part";
            File.Delete(part);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(part, options))
            {
                file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength)) + '\n'));
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path);
        }

        return Load(path);
    }

    /// <exception cref="InvalidOperationException">There is no key; see <see cref="CanSeal"/>.</exception>
    public SealedSecret Seal(WebhookId subscription, ReadOnlySpan<byte> secret)
    {
        var (id, key) = _keys.IsEmpty ? throw new InvalidOperationException("There is no key to seal with.") : _keys[0];
        var box = new byte[NonceLength + secret.Length + TagLength];
        var nonce = box.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, secret, box.AsSpan(NonceLength, secret.Length), box.AsSpan(NonceLength + secret.Length), subscription.Value.ToByteArray(bigEndian: true));
        return new SealedSecret(id, box);
    }

    /// <exception cref="CryptographicException">The key is not in the file any more, or the box is another subscription's or was changed.</exception>
    public byte[] Open(WebhookId subscription, SealedSecret secret)
    {
        var key = _keys.FirstOrDefault(k => k.Id == secret.KeyId).Key ?? throw new CryptographicException($"The key {secret.KeyId} is not in the key file.");
        var box = secret.Box.Span;
        if (box.Length < NonceLength + TagLength)
        {
            throw new CryptographicException("The box is too short.");
        }

        var opened = new byte[box.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(box[..NonceLength], box[NonceLength..^TagLength], box[^TagLength..], opened, subscription.Value.ToByteArray(bigEndian: true));
        return opened;
    }

    /// <summary>Says nothing about the key.</summary>
    private static string IdOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key))[..16];
}
