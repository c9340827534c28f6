using System.Security.Cryptography;

namespace GridActors.Hosting;

/// <summary>AES-256-GCM with a random nonce: nonce, ciphertext and tag in one. Bound to what it belongs to, so that it does not open in another one's row.</summary>
internal static class SealedBox
{
    /// <summary>Of a key, in bytes.</summary>
    public const int KeySize = 32;

    public const int NonceSize = 12;

    /// <summary>How much longer a box is than what is in it.</summary>
    public const int Overhead = NonceSize + TagSize;

    private const int TagSize = 16;

    /// <param name="owner">What it is bound to.</param>
    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> text, Guid owner)
    {
        var box = new byte[text.Length + Overhead];
        var nonce = box.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(nonce, text, box.AsSpan(NonceSize, text.Length), box.AsSpan(NonceSize + text.Length), BytesOf(owner));
        return box;
    }

    /// <exception cref="CryptographicException">It was changed, belongs to another owner, or the key is another one.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, Guid owner)
    {
        if (box.Length < Overhead)
        {
            throw new CryptographicException("The box is too short.");
        }

        var text = new byte[box.Length - Overhead];
        using var cipher = new AesGcm(key, TagSize);
        cipher.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], text, BytesOf(owner));
        return text;
    }

    private static byte[] BytesOf(Guid owner) => owner.ToByteArray(bigEndian: true);
}
