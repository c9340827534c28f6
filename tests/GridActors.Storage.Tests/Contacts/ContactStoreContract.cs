using System.Collections.Immutable;
using System.Security.Cryptography;
using GridActors.Core.Incidents;
using GridActors.Storage.Contacts;
using GridActors.Storage.Tests.Incidents;

namespace GridActors.Storage.Tests.Contacts;

/// <summary>What every store of contacts promises. To a store all of it is random bytes.</summary>
public abstract class ContactStoreContract(StorageUnderTest storage) : IAsyncDisposable
{
    private static readonly DateTimeOffset s_monday = Sample.Monday;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IContactStore Store => storage.Contacts;

    public async ValueTask DisposeAsync()
    {
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_kept_is_there_for_the_next_process()
    {
        var contact = Contact();
        Assert.True(await Store.AddAsync(contact, Ct));

        await storage.ReopenAsync();

        AssertSame(contact, await Store.FindAsync(contact.Incident, Ct));
        Assert.Null(await Store.FindAsync(Sample.NewId(), Ct));
    }

    [Fact]
    public async Task The_first_one_stays_and_is_waited_for_as_long_as_the_second()
    {
        var first = Contact();
        await Store.AddAsync(first, Ct);

        Assert.False(await Store.AddAsync(Contact(first.Incident, s_monday.AddDays(3)), Ct));
        Assert.False(await Store.AddAsync(Contact(first.Incident, s_monday.AddDays(1)), Ct));

        AssertSame(first with { RetainUntil = s_monday.AddDays(3) }, await Store.FindAsync(first.Incident, Ct));
    }

    [Fact]
    public async Task Of_an_erased_one_only_the_instant_is_left_and_nothing_brings_it_back()
    {
        var contact = Contact();
        await Store.AddAsync(contact, Ct);

        Assert.True(await Store.EraseAsync(contact.Incident, s_monday.AddHours(5), Ct));
        Assert.False(await Store.EraseAsync(contact.Incident, s_monday.AddHours(6), Ct));
        Assert.False(await Store.EraseAsync(Sample.NewId(), s_monday, Ct));
        Assert.False(await Store.AddAsync(Contact(contact.Incident, s_monday.AddDays(9)), Ct));

        AssertSame(new StoredContact(contact.Incident, null, [], [], contact.RetainUntil, s_monday.AddHours(5)), await Store.FindAsync(contact.Incident, Ct));
        Assert.Empty(await Store.ListDueAsync(s_monday.AddYears(1), 500, Ct));
        Assert.Empty(await Store.ListWrappedOtherwiseAsync("none", null, 500, Ct));
        Assert.False(await Store.RewrapAsync(contact.Key!, contact.Key! with { KeyId = "new" }, Ct));
    }

    [Fact]
    public async Task Those_whose_time_has_come_are_listed_longest_first()
    {
        var contacts = Enumerable.Range(0, 4).Select(i => 1 + ((i + 2) % 4)).Select(d => Contact(until: s_monday.AddDays(d))).ToList();
        foreach (var contact in contacts)
        {
            await Store.AddAsync(contact, Ct);
        }

        var due = await Store.ListDueAsync(s_monday.AddDays(3), 500, Ct);

        Assert.Equal(new[] { contacts[2], contacts[3], contacts[0] }.Select(c => new RetainedContact(c.Incident, c.RetainUntil)), due);
        Assert.Equal(due.Take(2), await Store.ListDueAsync(s_monday.AddDays(3).AddTicks(7), 2, Ct));
    }

    [Fact]
    public async Task Of_two_that_looked_at_once_one_changes_it()
    {
        var contact = Contact();
        await Store.AddAsync(contact, Ct);
        var seen = new RetainedContact(contact.Incident, contact.RetainUntil);

        Assert.True(await Store.RetainAsync(seen, s_monday.AddDays(2), Ct));
        Assert.False(await Store.RetainAsync(seen, s_monday.AddDays(3), Ct));
        Assert.False(await Store.RemoveAsync(seen, Ct));
        Assert.Equal(s_monday.AddDays(2), (await Store.FindAsync(contact.Incident, Ct))!.RetainUntil);

        Assert.True(await Store.RemoveAsync(seen with { Until = s_monday.AddDays(2) }, Ct));
        Assert.Null(await Store.FindAsync(contact.Incident, Ct));
        Assert.True(await Store.AddAsync(contact, Ct));
    }

    [Fact]
    public async Task Of_many_that_erase_at_once_one_did()
    {
        var contact = Contact();
        await Store.AddAsync(contact, Ct);

        var erased = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Store.EraseAsync(contact.Incident, s_monday.AddHours(i), Ct))));

        Assert.Equal(1, erased.Count(e => e));
    }

    [Fact]
    public async Task Keys_wrapped_otherwise_are_listed_page_by_page_and_rewrapped_once()
    {
        var contacts = Enumerable.Range(0, 5).Select(i => Contact(keyId: i == 2 ? "new" : "old")).OrderBy(c => c.Incident.ToString(), StringComparer.Ordinal).ToList();
        foreach (var contact in contacts)
        {
            await Store.AddAsync(contact, Ct);
        }

        var listed = new List<WrappedKey>();
        for (IncidentId? after = null; await Store.ListWrappedOtherwiseAsync("new", after, 2, Ct) is { IsEmpty: false } page; after = page[^1].Incident)
        {
            listed.AddRange(page);
        }

        Assert.Equal(contacts.Where(c => c.Key!.KeyId == "old").Select(c => c.Incident), listed.Select(k => k.Incident));
        var rewrapped = listed[0] with { KeyId = "new", Bytes = Bytes(60) };
        Assert.True(await Store.RewrapAsync(listed[0], rewrapped, Ct));
        Assert.False(await Store.RewrapAsync(listed[0], rewrapped with { Bytes = Bytes(60) }, Ct));
        AssertSame(contacts.Single(c => c.Incident == listed[0].Incident) with { Key = rewrapped }, await Store.FindAsync(listed[0].Incident, Ct));
        Assert.Equal(3, (await Store.ListWrappedOtherwiseAsync("new", null, 500, Ct)).Length);
    }

    protected static StoredContact Contact(IncidentId? incident = null, DateTimeOffset? until = null, string keyId = "old")
    {
        var id = incident ?? Sample.NewId();
        return new StoredContact(id, new WrappedKey(id, keyId, Bytes(60)), Bytes(12), Bytes(90), until ?? s_monday.AddDays(1), ErasedAt: null);
    }

    private static ImmutableArray<byte> Bytes(int count) => [.. RandomNumberGenerator.GetBytes(count)];

    private static void AssertSame(StoredContact expected, StoredContact? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal((expected.Incident, expected.RetainUntil, expected.ErasedAt), (actual.Incident, actual.RetainUntil, actual.ErasedAt));
        Assert.Equal(expected.Key?.KeyId, actual.Key?.KeyId);
        Assert.Equal(expected.Key?.Bytes.AsEnumerable(), actual.Key?.Bytes.AsEnumerable());
        Assert.Equal(expected.Nonce.AsEnumerable(), actual.Nonce.AsEnumerable());
        Assert.Equal(expected.Ciphertext.AsEnumerable(), actual.Ciphertext.AsEnumerable());
    }
}
