using System.Collections.Concurrent;
using GridActors.Core.Access;
using GridActors.Storage.Access;
using GridActors.Storage.Incidents;

namespace GridActors.Hosting.Access;

/// <summary>Says who showed an API key. What the store said is believed for half a minute, so that a request costs no query; so long may a revoked key go on elsewhere.</summary>
/// <param name="clock">The machine's: a key expires in real time, whatever the product's clock does.</param>
public sealed class ApiKeys(IApiKeyStore store, TimeProvider clock)
{
    /// <summary>The longest that a revocation takes to reach every process.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    /// <summary>A key that was known goes on this long while the store cannot be read: or the metrics would be gone when they are needed most.</summary>
    private static readonly TimeSpan _outage = TimeSpan.FromMinutes(10);

    private const int MaxRemembered = 10_000;

    private readonly ConcurrentDictionary<ApiKeyId, Remembered> _remembered = new();

    /// <exception cref="JournalUnavailableException">The store failed, and nothing is known about the key.</exception>
    public async ValueTask<CallerReading> ReadAsync(string shown, CancellationToken ct)
    {
        if (!ApiKeySecrets.TryRead(shown, out var id, out var secret))
        {
            return CallerReading.Refuse(CredentialRefusal.KeyMalformed, "A key is its id, a dot and its secret.");
        }

        var key = await FindAsync(id, ct);
        if (!ApiKeySecrets.Match(secret, key) || key is null)
        {
            return CallerReading.Refuse(CredentialRefusal.KeyUnknown, "There is no such key.");
        }

        return key switch
        {
            { RevokedAt: not null } => CallerReading.Refuse(CredentialRefusal.KeyRevoked, "The key was revoked."),
            _ when clock.GetUtcNow() >= key.ExpiresAt => CallerReading.Refuse(CredentialRefusal.KeyExpired, "The key has expired: get a new one."),
            _ => CallerReading.Of(new Caller($"{CallerReader.KeySubject}{id}", key.Grants)),
        };
    }

    /// <summary>The key that a caller showed; null for one with a token, or with nothing.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public async ValueTask<ApiKey?> FindAsync(Caller caller, CancellationToken ct) =>
        caller.Subject.StartsWith(CallerReader.KeySubject, StringComparison.Ordinal) && ApiKeyId.TryParse(caller.Subject[CallerReader.KeySubject.Length..], out var id)
            ? await FindAsync(id, ct)
            : null;

    /// <summary>Has the next request ask the store: for the process that changed a key.</summary>
    public void Forget(ApiKeyId id) => _remembered.TryRemove(id, out _);

    private async ValueTask<ApiKey?> FindAsync(ApiKeyId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var isKnown = _remembered.TryGetValue(id, out var known);
        if (isKnown && now < known!.ReadAt + Freshness)
        {
            return known.Key;
        }

        try
        {
            return Remember(id, await store.FindAsync(id, ct), now);
        }
        catch (JournalUnavailableException) when (isKnown && now < known!.ReadAt + _outage)
        {
            return known.Key;
        }
    }

    /// <summary>Also that there is no such key: whoever tries ids costs a query for each new one only.</summary>
    private ApiKey? Remember(ApiKeyId id, ApiKey? key, DateTimeOffset now)
    {
        if (_remembered.Count >= MaxRemembered)
        {
            _remembered.Clear();
        }

        _remembered[id] = new Remembered(key, now);
        return key;
    }

    private sealed record Remembered(ApiKey? Key, DateTimeOffset ReadAt);
}
