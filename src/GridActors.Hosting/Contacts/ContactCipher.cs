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
    /// <param name="key">What the contact's own key is wrapped with.</param>
    public static StoredContact Seal(IncidentId incident, Contact contact, ContactKey key, DateTimeOffset retainUntil)
    {
        var dataKey = RandomNumberGenerator.GetBytes(ContactKey.Size);
        var text = JsonSerializer.SerializeToUtf8Bytes(contact);
        try
        {
            var box = SealedBox.Seal(dataKey, text, incident.Value);
            return new StoredContact(
                incident,
                Wrap(incident, dataKey, key),
                [.. box.AsSpan(0, SealedBox.NonceSize)],
                [.. box.AsSpan(SealedBox.NonceSize)],
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
            text = SealedBox.Open(dataKey, [.. stored.Nonce, .. stored.Ciphertext], stored.Incident.Value);
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

    private static WrappedKey Wrap(IncidentId incident, byte[] dataKey, ContactKey key) =>
        new(incident, key.Id, ImmutableCollectionsMarshal.AsImmutableArray(SealedBox.Seal(key.Bytes, dataKey, incident.Value)));

    private static byte[] Unwrap(WrappedKey wrapped, ContactKey key) => wrapped.Bytes.Length == ContactKey.Size + SealedBox.Overhead
        ? SealedBox.Open(key.Bytes, wrapped.Bytes.AsSpan(), wrapped.Incident.Value)
        : throw new CryptographicException("A wrapped key has another length.");
}
