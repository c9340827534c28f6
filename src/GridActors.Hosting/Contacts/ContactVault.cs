using GridActors.Core.Contacts;
using GridActors.Core.Incidents;
using GridActors.Storage.Contacts;
using GridActors.Storage.Incidents;

namespace GridActors.Hosting.Contacts;

/// <summary>Keeps how to reach reporters, apart from everything else that is known of their reports.</summary>
public sealed class ContactVault(IContactStore store, IIncidentJournal journal, ContactKeys keys, TimeProvider clock)
{
    /// <summary>Whether contacts can be kept here.</summary>
    public bool IsOpen => keys.Any;

    /// <summary>
    /// Keeps a contact for a report that is about to be filed, so that no report is acknowledged and its contact lost. A report that is
    /// sent again keeps the contact that it came with first, or none if it came without one.
    /// </summary>
    /// <param name="mayBeKnown">Whether the report may have been filed before, under the same key.</param>
    /// <returns>For <see cref="TakeBackAsync"/>; null where nothing was written.</returns>
    /// <exception cref="JournalUnavailableException">The store failed; the report must not be filed.</exception>
    public async Task<RetainedContact?> KeepAsync(IncidentId incident, Contact contact, bool mayBeKnown, CancellationToken ct)
    {
        if (mayBeKnown && await journal.FindAsync(incident, ct) is not null)
        {
            return null;
        }

        var sealedContact = ContactCipher.Seal(incident, contact, keys.Newest, Now() + ContactRetention.Interval);
        return await store.AddAsync(sealedContact, ct) ? new RetainedContact(incident, sealedContact.RetainUntil) : null;
    }

    /// <summary>Erases the contact of a report that was refused. Where it is not called, the sweeper does so after a day.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public Task TakeBackAsync(RetainedContact kept, CancellationToken ct) => store.RemoveAsync(kept, ct);

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">What is stored was tampered with.</exception>
    public async Task<ContactLookup> OpenAsync(IncidentId incident, CancellationToken ct) => await store.FindAsync(incident, ct) switch
    {
        null => new ContactAbsent(),
        { ErasedAt: { } at } => new ContactErased(at),
        { Key: { } wrapped } stored => keys.Find(wrapped.KeyId) is { } key ? new ContactOpened(ContactCipher.Open(stored, key)) : new ContactLocked(wrapped.KeyId),
        _ => new ContactAbsent(),
    };

    /// <summary>Erases the contact of an incident for good.</summary>
    /// <returns>When it was erased, also where that was before; null where there never was one.</returns>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public async Task<DateTimeOffset?> EraseAsync(IncidentId incident, CancellationToken ct)
    {
        await store.EraseAsync(incident, Now(), ct);
        return (await store.FindAsync(incident, ct))?.ErasedAt;
    }

    /// <summary>Whole milliseconds, which is what every store keeps.</summary>
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
}
