using GridActors.Storage.Contacts;

namespace GridActors.Storage.Tests.Contacts;

public sealed class SqliteContactStoreTests : ContactStoreContract
{
    private readonly SqliteStorageUnderTest _storage;

    public SqliteContactStoreTests()
        : this(new SqliteStorageUnderTest())
    {
    }

    private SqliteContactStoreTests(SqliteStorageUnderTest storage)
        : base(storage) => _storage = storage;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Erased_bytes_are_in_no_file_of_the_database(bool isOrphan)
    {
        var contacts = Enumerable.Range(0, 40).Select(_ => Contact()).ToList();
        foreach (var contact in contacts)
        {
            await _storage.Contacts.AddAsync(contact, Ct);
        }

        Assert.All(contacts, c => Assert.True(IsInFiles(c)));
        foreach (var contact in contacts.Take(20))
        {
            Assert.True(isOrphan
                ? await _storage.Contacts.RemoveAsync(new RetainedContact(contact.Incident, contact.RetainUntil), Ct)
                : await _storage.Contacts.EraseAsync(contact.Incident, contact.RetainUntil, Ct));
        }

        Assert.All(contacts.Take(20), c => Assert.False(IsInFiles(c)));
        Assert.All(contacts.Skip(20), c => Assert.True(IsInFiles(c)));
    }

    private bool IsInFiles(StoredContact contact) => Directory.EnumerateFiles(Path.GetDirectoryName(_storage.DatabasePath)!)
        .Select(ReadShared)
        .Any(file => file.AsSpan().IndexOf(contact.Key!.Bytes.AsSpan()) >= 0 || file.AsSpan().IndexOf(contact.Ciphertext.AsSpan()) >= 0);

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
