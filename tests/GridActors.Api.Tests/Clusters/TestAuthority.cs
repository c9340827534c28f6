using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GridActors.Api.Tests.Clusters;

/// <summary>A certificate authority of one test, and files with what it gave out.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static int _last;

    private readonly X509Certificate2 _root;

    public TestAuthority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        var now = TimeProvider.System.GetUtcNow();
        _root = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
    }

    public string Pem => _root.ExportCertificatePem();

    /// <summary>A certificate for both sides of a connection, and its key.</summary>
    /// <param name="age">How many days ago it ended; negative for one that holds.</param>
    /// <param name="usage">What it is for; without it, anything.</param>
    public (string Certificate, string Key, string SerialNumber) Issue(int age = -7, string? usage = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=gridactors", key, HashAlgorithmName.SHA256);
        if (usage is not null)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: true));
        }

        var now = TimeProvider.System.GetUtcNow();
        var serial = BitConverter.GetBytes(IPAddress.HostToNetworkOrder(0x0100_0000 + Interlocked.Increment(ref _last)));
        using var certificate = request.Create(_root, now.AddHours(-23), now.AddDays(-age).AddHours(-1), serial);
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem(), certificate.SerialNumber);
    }

    public void Dispose() => _root.Dispose();
}
