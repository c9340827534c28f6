using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Contacts;

/// <summary>How to reach reporters, encrypted before it comes here; the key that opens it all is not in the store.</summary>
public interface IContactStore
{
    /// <summary>Keeps the contact of an incident; durable when it returns. The first one stays: another one only moves the instant until which the first is kept, and nothing brings back one that was erased.</summary>
    /// <returns>Whether this one was written.</returns>
    /// <exception cref="JournalUnavailableException">The store failed; nothing was written, or it is unknown.</exception>
    Task<bool> AddAsync(StoredContact contact, CancellationToken ct);

    /// <summary>Null where there never was one.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<StoredContact?> FindAsync(IncidentId incident, CancellationToken ct);

    /// <summary>Contacts whose time may be over, those that have waited longest first; none that is erased.</summary>
    /// <param name="limit">1 to 500.</param>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<ImmutableArray<RetainedContact>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken ct);

    /// <summary>Keeps one longer.</summary>
    /// <returns>False where it is no longer as it was seen.</returns>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<bool> RetainAsync(RetainedContact seen, DateTimeOffset until, CancellationToken ct);

    /// <summary>Overwrites the key and what it encrypts; the row stays, with the instant.</summary>
    /// <returns>Whether this call erased it: false where there is none, or it was erased before.</returns>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<bool> EraseAsync(IncidentId incident, DateTimeOffset at, CancellationToken ct);

    /// <summary>Erases one whose report never became an incident; nothing stays of it.</summary>
    /// <returns>False where it is no longer as it was seen.</returns>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<bool> RemoveAsync(RetainedContact seen, CancellationToken ct);

    /// <summary>Data keys that are not wrapped with a key, in order of their incidents.</summary>
    /// <param name="after">The last incident of the page before; null for the first page.</param>
    /// <param name="limit">1 to 500.</param>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<ImmutableArray<WrappedKey>> ListWrappedOtherwiseAsync(string keyId, IncidentId? after, int limit, CancellationToken ct);

    /// <summary>Puts the same data key, wrapped with another key, in the place of what was read.</summary>
    /// <returns>False where it is no longer as it was read.</returns>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<bool> RewrapAsync(WrappedKey read, WrappedKey rewrapped, CancellationToken ct);
}
