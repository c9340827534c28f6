using System.Security.Cryptography;
using GridActors.Storage.Record;

namespace GridActors.Hosting.Record;

/// <summary>The file with a key of the record, in PEM.</summary>
public static class RecordKeyFile
{
    /// <summary>In the data directory of an embedded store.</summary>
    public const string DefaultName = "record.key";

    /// <summary>A private or a public key.</summary>
    /// <exception cref="ConfigurationRefusedException">It cannot be read, or is no such key. The message says nothing of the key.</exception>
    public static RecordKey Read(string path)
    {
        try
        {
            return RecordKey.Read(File.ReadAllText(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationRefusedException($"The key of the record is '{path}', which cannot be read: {fault.Message}", fault);
        }
        catch (CryptographicException fault)
        {
            throw new ConfigurationRefusedException($"'{path}' has no key of the record: one on P-256 in PEM, not encrypted, as 'openssl ecparam -name prime256v1 -genkey -noout' writes it.", fault);
        }
    }

    /// <summary>The private key of a silo.</summary>
    /// <exception cref="ConfigurationRefusedException">It cannot be read, is no such key, or only the public half.</exception>
    public static RecordKey ReadPrivate(string path)
    {
        var key = Read(path);
        if (key.Signs())
        {
            return key;
        }

        key.Dispose();
        throw new ConfigurationRefusedException($"'{path}' has the public half of a key only; a silo signs with the private one.");
    }

    /// <summary>Makes a file with a new private key, for its owner only. A file that is there stays.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void CreateIfMissing(string path) => PrivateFile.CreateIfMissing(path, () =>
    {
        using var key = RecordKey.New();
        return key.Write();
    });
}
