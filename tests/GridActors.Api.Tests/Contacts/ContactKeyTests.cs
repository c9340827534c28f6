using System.Security.Cryptography;
using CsCheck;
using GridActors.ApiHost;
using GridActors.ApiHost.Contacts;
using GridActors.Core.Contacts;
using GridActors.Core.Incidents;
using GridActors.Hosting;
using GridActors.Hosting.Contacts;
using GridActors.Storage.Contacts;
using Microsoft.Extensions.Logging.Abstractions;

namespace GridActors.Api.Tests.Contacts;

/// <summary>Keys, and what they encrypt.</summary>
public sealed class ContactKeyTests : IDisposable
{
    private const string Pass = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static readonly DateTimeOffset s_until = new(2025, 3, 3, 3, 0, 0, TimeSpan.Zero);
    private readonly string _directory = Directory.CreateTempSubdirectory("gridactors-keys-").FullName;

    private string KeyFile => Path.Combine(_directory, "contacts.key");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void What_is_sealed_opens_with_its_key_in_its_row_only() => Gen.Select(Gen.String, Gen.String, Gen.Bool).Sample(
        (name, phone, hasEmail) =>
        {
            var (id, key) = (NewId(), ContactKey.New());
            var contact = new Contact(name, phone, hasEmail ? "a@b" : null);

            var stored = ContactCipher.Seal(id, contact, key, s_until);

            Assert.Equal(ToText(contact), ToText(ContactCipher.Open(stored, key)));
            Assert.ThrowsAny<CryptographicException>(() => ContactCipher.Open(stored, ContactKey.New()));
            Assert.ThrowsAny<CryptographicException>(() => ContactCipher.Open(Move(stored, NewId()), key));
        },
        iter: 200);

    [Fact]
    public void A_flipped_bit_anywhere_is_noticed()
    {
        var key = ContactKey.New();
        var stored = ContactCipher.Seal(NewId(), new Contact("Somebody", "120", null), key, s_until);
        var wrapped = stored.Key!;

        for (var at = 0; at < wrapped.Bytes.Length; at++)
        {
            var flipped = stored with { Key = wrapped with { Bytes = wrapped.Bytes.SetItem(at, (byte)(wrapped.Bytes[at] ^ 1)) } };
            Assert.ThrowsAny<CryptographicException>(() => ContactCipher.Open(flipped, key));
        }

        for (var at = 0; at < stored.Ciphertext.Length; at++)
        {
            var flipped = stored with { Ciphertext = stored.Ciphertext.SetItem(at, (byte)(stored.Ciphertext[at] ^ 1)) };
            Assert.ThrowsAny<CryptographicException>(() => ContactCipher.Open(flipped, key));
        }
    }

    [Fact]
    public void The_same_contact_twice_shares_nothing()
    {
        var (id, key, contact) = (NewId(), ContactKey.New(), new Contact(null, "120", null));
        var (one, other) = (ContactCipher.Seal(id, contact, key, s_until), ContactCipher.Seal(id, contact, key, s_until));

        Assert.False(one.Ciphertext.SequenceEqual(other.Ciphertext));
        Assert.False(one.Key!.Bytes.SequenceEqual(other.Key!.Bytes));
        Assert.False(one.Nonce.SequenceEqual(other.Nonce));
    }

    [Fact]
    public void A_rewrapped_key_opens_with_the_newest_only_and_the_contact_stays_as_it_was()
    {
        var (old, newest) = (ContactKey.New(), ContactKey.New());
        var stored = ContactCipher.Seal(NewId(), new Contact(null, "120", null), old, s_until);

        var rewrapped = stored with { Key = ContactCipher.Rewrap(stored.Key!, old, newest) };

        Assert.Equal(newest.Id, rewrapped.Key.KeyId);
        Assert.Equal("120", ContactCipher.Open(rewrapped, newest).Phone);
        Assert.ThrowsAny<CryptographicException>(() => ContactCipher.Open(rewrapped, old));
    }

    [Fact]
    public void The_last_key_of_the_last_file_wraps_and_the_others_open()
    {
        var keys = Enumerable.Range(0, 4).Select(_ => ContactKey.New()).ToList();
        File.WriteAllText(Path.Combine(_directory, "2026-01.key"), $"# the first\n\n{keys[0].ToLine()}\n  {keys[1].ToLine()}  \n");
        File.WriteAllText(Path.Combine(_directory, "2026-02.key"), $"{keys[2].ToLine()}\r\n{keys[3].ToLine()}");
        File.WriteAllText(Path.Combine(_directory, "note.txt"), "no key");

        var ring = new ContactKeys(_directory, NullLogger<ContactKeys>.Instance);

        Assert.Equal(keys[3].Id, ring.Newest.Id);
        Assert.All(keys, k => Assert.Equal(k.Id, ring.Find(k.Id)?.Id));
        Assert.Null(ring.Find("another"));
        Assert.Equal(4, keys.Select(k => k.Id).Distinct().Count());
    }

    [Fact]
    public void A_key_that_was_added_is_found_and_a_file_that_is_gone_ends_nothing()
    {
        var (first, second) = (ContactKey.New(), ContactKey.New());
        File.WriteAllText(KeyFile, first.ToLine());
        var ring = new ContactKeys(KeyFile, NullLogger<ContactKeys>.Instance);
        Assert.Equal(first.Id, ring.Newest.Id);

        File.AppendAllText(KeyFile, $"\n{second.ToLine()}\n");
        Assert.Equal(second.Id, ring.Find(second.Id)?.Id);
        File.Delete(KeyFile);

        Assert.Null(ring.Find("another"));
        Assert.Equal(second.Id, ring.Newest.Id);
    }

    [Fact]
    public void A_new_file_is_its_owners_only_and_an_old_one_stays()
    {
        ContactKeyFile.CreateIfMissing(KeyFile);
        var first = File.ReadAllText(KeyFile);
        ContactKeyFile.CreateIfMissing(KeyFile);

        Assert.Equal(first, File.ReadAllText(KeyFile));
        Assert.Single(ContactKeyFile.Read(KeyFile));
        Assert.Equal([KeyFile], Directory.GetFiles(_directory));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        }
    }

    [Theory]
    [InlineData("", "there is no key in it")]
    [InlineData("# only a remark\n", "there is no key in it")]
    [InlineData("c2hvcnQ=\n", "Line 1 of")]
    [InlineData("\nno base 64\n", "Line 2 of")]
    [InlineData(Pass + Pass, "Line 1 of")]
    public void What_is_no_key_is_refused_without_showing_it(string text, string reason)
    {
        File.WriteAllText(KeyFile, text);

        var refused = Assert.Throws<ConfigurationRefusedException>(() => ContactKeyFile.Read(KeyFile));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Pass, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Contacts:RetentionDays=0", "RetentionDays")]
    [InlineData("--Contacts:RetentionDays=3651", "RetentionDays")]
    [InlineData("--Contacts:KeyFile=/nowhere/contacts.key", "cannot be read")]
    [InlineData("--Contacts:Required=true", "needs a key")]
    public void Settings_that_keep_no_promise_are_refused_at_the_start(string setting, string reason)
    {
        var refused = Assert.Throws<ConfigurationRefusedException>(() => ApiApplication.Build(
            ["--environment=Development", "--ConnectionStrings:GridActors=Host=127.0.0.1;Port=1", setting]));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_key_a_contact_is_refused_and_never_kept_in_plain()
    {
        var vault = new ContactVault(null!, null!, new ContactKeys(null, NullLogger<ContactKeys>.Instance), TimeProvider.System);

        ContactReader.Read(new ContactBody { Phone = "120" }, vault, out var problems);
        ContactReader.Read(null, vault, out var none);

        Assert.Equal([("contact", "contacts_not_kept", false)], problems.Select(p => (p.Field, p.Code, p.IsMalformed)));
        Assert.Empty(none);
    }

    private static IncidentId NewId() => new(Guid.CreateVersion7());

    private static StoredContact Move(StoredContact stored, IncidentId to) => stored with { Incident = to, Key = stored.Key! with { Incident = to } };

    /// <summary>Half characters do not survive; nor are they let in.</summary>
    private static (string?, string?, string?) ToText(Contact contact) => (Mended(contact.Name), Mended(contact.Phone), contact.Email);

    private static string? Mended(string? text) => text is null ? null : string.Concat(text.EnumerateRunes());
}
