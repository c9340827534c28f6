using System.Security.Cryptography;

namespace GridActors.Storage.Record;

/// <summary>A key on P-256 that signs checkpoints, or only its public half, which checks them. A class without a text of its own, so that it is not written anywhere by accident.</summary>
public sealed class RecordKey : IDisposable
{
    private const int IdLength = 16;

    /// <summary>RFC 5480: secp256r1.</summary>
    private const string P256 = "1.2.840.10045.3.1.7";

    private readonly ECDsa _key;

    private RecordKey(ECDsa key)
    {
        _key = key;
        Id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..IdLength];
    }

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the public half, as <c>openssl ec -pubout -outform DER | sha256sum</c> shows it.</summary>
    public string Id { get; }

    public static RecordKey New() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <param name="pem">A private key that is not encrypted, or a public key.</param>
    /// <exception cref="CryptographicException">It is no such key, or not on P-256.</exception>
    public static RecordKey Read(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256
                ? new RecordKey(key)
                : throw new CryptographicException("The key is not on P-256.");
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw fault as CryptographicException ?? new CryptographicException("There is no key in it.", fault);
        }
    }

    /// <summary>The private key in PEM.</summary>
    public string Write() => $"{_key.ExportPkcs8PrivateKeyPem()}\n";

    /// <summary>The public half in PEM, which is nobody's secret.</summary>
    public string WritePublic() => $"{_key.ExportSubjectPublicKeyInfoPem()}\n";

    /// <summary>Whether it has the private half.</summary>
    public bool Signs()
    {
        try
        {
            _key.SignHash(new byte[RecordHash.Size]);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The checkpoint with this key's id and signature, whatever it had.</summary>
    /// <exception cref="CryptographicException">It is only the public half.</exception>
    public Checkpoint Sign(Checkpoint checkpoint)
    {
        var named = checkpoint with { KeyId = Id };
        return named with { Signature = [.. _key.SignData(named.ToSigned(), HashAlgorithmName.SHA256)] };
    }

    /// <summary>Whether this key signed exactly this checkpoint.</summary>
    public bool Verifies(Checkpoint checkpoint) => _key.VerifyData(checkpoint.ToSigned(), checkpoint.Signature.AsSpan(), HashAlgorithmName.SHA256);

    public void Dispose() => _key.Dispose();
}
