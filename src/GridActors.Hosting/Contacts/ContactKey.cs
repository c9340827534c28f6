using System.Security.Cryptography;
using System.Text;

namespace GridActors.Hosting.Contacts;

/// <summary>A key that data keys are wrapped with. A class without a text of its own, so that it is not formatted by accident.</summary>
public sealed class ContactKey
{
    /// <summary>In bytes: AES-256.</summary>
    public const int Size = SealedBox.KeySize;

    private const int IdLength = 16;

    private readonly byte[] _bytes;

    public ContactKey(byte[] bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Size);
        _bytes = bytes;
        Id = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes("gridactors contact key\n"), .. bytes]))[..IdLength];
    }

    /// <summary>Follows from the key alone, whatever its file is called; says nothing about it.</summary>
    public string Id { get; }

    internal ReadOnlySpan<byte> Bytes => _bytes;

    public static ContactKey New() => new(RandomNumberGenerator.GetBytes(Size));

    /// <summary>As a line of a key file.</summary>
    public string ToLine() => Convert.ToBase64String(_bytes);
}
