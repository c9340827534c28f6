using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Storage.Contacts;
using GridActors.Storage.Incidents;

namespace GridActors.Hosting.Contacts;

/// <summary>Wraps every data key with the newest key, after which the older ones may go. Contacts themselves are not touched.</summary>
public static class ContactRewrap
{
    private const int PageSize = 200;

    /// <summary>Safe to repeat, to stop in between, and to run beside hosts and beside itself: each key is one write, which another's write makes void.</summary>
    /// <param name="keys">Oldest first; the last one wraps.</param>
    /// <exception cref="JournalUnavailableException">The store failed; what was done stays done.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A wrapped key was tampered with.</exception>
    public static async Task<ContactRewrapResult> RunAsync(IContactStore store, ImmutableArray<ContactKey> keys, CancellationToken ct)
    {
        var newest = keys[^1];
        var older = keys.DistinctBy(k => k.Id).ToDictionary(k => k.Id);
        var (rewrapped, locked) = (0, 0);
        for (IncidentId? after = null; await store.ListWrappedOtherwiseAsync(newest.Id, after, PageSize, ct) is { IsEmpty: false } page; after = page[^1].Incident)
        {
            foreach (var wrapped in page)
            {
                if (!older.TryGetValue(wrapped.KeyId, out var key))
                {
                    locked++;
                }
                else if (await store.RewrapAsync(wrapped, ContactCipher.Rewrap(wrapped, key, newest), ct))
                {
                    rewrapped++;
                }
            }
        }

        return new ContactRewrapResult(newest.Id, rewrapped, locked);
    }
}

/// <param name="KeyId">Of the newest key.</param>
/// <param name="Locked">Contacts whose key none of the keys opens.</param>
public sealed record ContactRewrapResult(string KeyId, int Rewrapped, int Locked);
