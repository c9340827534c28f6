using System.Collections.Immutable;

namespace GridActors.Hosting.Contacts;

/// <summary>
/// Files of keys. One key a line, 32 random bytes in base 64; empty lines and lines that begin with # say nothing. The last key of the last
/// file wraps, every other one only unwraps. Of a directory the files that end in <c>.key</c> are read, in order of their names.
/// </summary>
public static class ContactKeyFile
{
    /// <summary>In the data directory of an embedded store.</summary>
    public const string DefaultName = "contacts.key";

    private const string Pattern = "*.key";

    /// <summary>Oldest first, at least one.</summary>
    /// <exception cref="ConfigurationRefusedException">There is none, or a line is no key. The message names file and line and nothing of the key.</exception>
    public static ImmutableArray<ContactKey> Read(string path)
    {
        try
        {
            string[] files = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, Pattern).Order(StringComparer.Ordinal)] : [path];
            ImmutableArray<ContactKey> keys = [.. files.SelectMany(ReadOne)];
            return keys.IsEmpty ? throw new ConfigurationRefusedException($"Contacts:KeyFile is '{path}', and there is no key in it.") : keys;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationRefusedException($"Contacts:KeyFile is '{path}', which cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Makes a file with one key, for its owner only. A file that is there stays.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void CreateIfMissing(string path) => PrivateFile.CreateIfMissing(path, () =>
        $"# Opens the contacts of reporters in the database. Keep a copy apart from the database's.\n{ContactKey.New().ToLine()}\n");

    private static IEnumerable<ContactKey> ReadOne(string file) => File.ReadAllLines(file)
        .Select((text, index) => (Text: text.Trim(), Number: index + 1))
        .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
        .Select(line => ReadLine(file, line.Text, line.Number))
        .ToList();

    private static ContactKey ReadLine(string file, string text, int number)
    {
        var bytes = new byte[ContactKey.Size];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == ContactKey.Size
            ? new ContactKey(bytes)
            : throw new ConfigurationRefusedException($"Line {number} of '{file}' is no key: 32 bytes in base 64, as 'openssl rand -base64 32' writes them.");
    }
}
