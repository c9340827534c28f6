using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using GridActors.Core.Contacts;
using GridActors.Core.Incidents;
using GridActors.Storage.Contacts;

namespace GridActors.Hosting.Contacts;

/// <summary>
/// AES-256-GCM twice: a contact under a key of its own, that key under one of the installation. Both are bound to the incident, so
/// that neither opens in another one's row.
/// </summary>
/// <remarks>Stored: ciphertext and tag; of a wrapped key nonce, ciphertext and tag.</remarks>
public static class ContactCipher
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <param name="key">What the contact's own key is wrapped with.</param>
    public static StoredContact Seal(IncidentId incident, Contact contact, ContactKey key, DateTimeOffset retainUntil)
    {
        var dataKey = RandomNumberGenerator.GetBytes(ContactKey.Size);
        var text = JsonSerializer.SerializeToUtf8Bytes(contact);
        try
        {
            var nonce = RandomNumberGenerator.GetBytes(NonceSize);
            return new StoredContact(
                incident,
                Wrap(incident, dataKey, key),
                ImmutableCollectionsMarshal.AsImmutableArray(nonce),
                ImmutableCollectionsMarshal.AsImmutableArray(Encrypt(dataKey, nonce, text, incident)),
                retainUntil,
                ErasedAt: null);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <param name="stored">Not erased.</param>
    /// <param name="key">The one that its data key is wrapped with.</param>
    /// <exception cref="CryptographicException">It was changed, is another incident's, or the key is another one.</exception>
    public static Contact Open(StoredContact stored, ContactKey key)
    {
        var dataKey = Unwrap(stored.Key ?? throw new ArgumentException("It was erased.", nameof(stored)), key);
        byte[] text = [];
        try
        {
            text = Decrypt(dataKey, stored.Nonce.AsSpan(), stored.Ciphertext.AsSpan(), stored.Incident);
            return JsonSerializer.Deserialize<Contact>(text) ?? throw new CryptographicException("There is no contact in it.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>The same data key, wrapped with another one.</summary>
    /// <exception cref="CryptographicException">It was changed, or the key is another one.</exception>
    public static WrappedKey Rewrap(WrappedKey wrapped, ContactKey key, ContactKey newest)
    {
        var dataKey = Unwrap(wrapped, key);
        try
        {
            return Wrap(wrapped.Incident, dataKey, newest);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    private static WrappedKey Wrap(IncidentId incident, byte[] dataKey, ContactKey key)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceSize);
        return new WrappedKey(incident, key.Id, [.. nonce, .. Encrypt(key.Bytes, nonce, dataKey, incident)]);
    }

    private static byte[] Unwrap(WrappedKey wrapped, ContactKey key)
    {
        var bytes = wrapped.Bytes.AsSpan();
        return bytes.Length == NonceSize + ContactKey.Size + TagSize
            ? Decrypt(key.Bytes, bytes[..NonceSize], bytes[NonceSize..], wrapped.Incident)
            : throw new CryptographicException("A wrapped key has another length.");
    }

    private static byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> text, IncidentId incident)
    {
        var result = new byte[text.Length + TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, text, result.AsSpan(0, text.Length), result.AsSpan(text.Length), AssociatedData(incident));
        return result;
    }

    private static byte[] Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> sealedText, IncidentId incident)
    {
        if (sealedText.Length < TagSize || nonce.Length != NonceSize)
        {
            throw new CryptographicException("A ciphertext or nonce is too short.");
        }

        var text = new byte[sealedText.Length - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(nonce, sealedText[..text.Length], sealedText[text.Length..], text, AssociatedData(incident));
        return text;
    }

    private static byte[] AssociatedData(IncidentId incident) => incident.Value.ToByteArray(bigEndian: true);
}
