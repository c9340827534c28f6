using System.Collections.Immutable;
using GridActors.Core.Access;
using GridActors.Hosting.Access;
using GridActors.Storage.Access;
using GridActors.Storage.Incidents;
using Microsoft.Extensions.Time.Testing;

namespace GridActors.Api.Tests.Access;

/// <summary>How long what the store said is believed.</summary>
public sealed class ApiKeysTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(_now);
    private readonly OneKey _store = new();
    private readonly ApiKeys _keys;
    private readonly string _shown;

    public ApiKeysTests()
    {
        _keys = new ApiKeys(_store, _clock);
        (_store.Key, _shown) = ApiKeySecrets.Create("board", [new Grant(CallerRole.Supervisor, "652301")], "admin", _now, _now.AddHours(1));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_request_asks_the_store_nothing()
    {
        await _keys.ReadAsync(_shown, Ct);

        var reading = await _keys.ReadAsync(_shown, Ct);

        Assert.Equal($"key:{_store.Key!.Id}", reading.Caller.Subject);
        Assert.Equal(1, _store.Reads);
    }

    [Fact]
    public async Task A_key_that_was_revoked_elsewhere_goes_on_for_less_than_half_a_minute()
    {
        await _keys.ReadAsync(_shown, Ct);
        _store.Key = _store.Key! with { RevokedAt = _now };

        _clock.Advance(ApiKeys.Freshness - TimeSpan.FromMilliseconds(1));
        var before = await _keys.ReadAsync(_shown, Ct);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        var after = await _keys.ReadAsync(_shown, Ct);

        Assert.Equal((null, CredentialRefusal.KeyRevoked), (before.Refusal, after.Refusal));
    }

    [Fact]
    public async Task A_key_ends_at_its_instant_whether_or_not_it_was_read_before()
    {
        await _keys.ReadAsync(_shown, Ct);
        _clock.SetUtcNow(_store.Key!.ExpiresAt);

        var reading = await _keys.ReadAsync(_shown, Ct);

        Assert.Equal(CredentialRefusal.KeyExpired, reading.Refusal);
        Assert.True(reading.Caller.IsAnonymous);
    }

    [Fact]
    public async Task While_the_store_is_gone_a_known_key_goes_on_for_ten_minutes_and_no_other()
    {
        await _keys.ReadAsync(_shown, Ct);
        _store.IsGone = true;

        _clock.Advance(TimeSpan.FromMinutes(9));
        var known = await _keys.ReadAsync(_shown, Ct);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(known.Refusal);
        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await _keys.ReadAsync(_shown, Ct));
    }

    private sealed class OneKey : IApiKeyStore
    {
        public ApiKey? Key { get; set; }

        public bool IsGone { get; set; }

        public int Reads { get; private set; }

        public Task<ApiKey?> FindAsync(ApiKeyId id, CancellationToken ct)
        {
            Reads++;
            return IsGone ? Task.FromException<ApiKey?>(new JournalUnavailableException("Gone.")) : Task.FromResult(id == Key?.Id ? Key : null);
        }

        public Task AddAsync(ApiKey key, CancellationToken ct) => throw new NotSupportedException();

        public Task<ImmutableArray<ApiKey>> ListAsync(CancellationToken ct) => throw new NotSupportedException();

        public Task<bool> RevokeAsync(ApiKeyId id, DateTimeOffset at, CancellationToken ct) => throw new NotSupportedException();
    }
}
