using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace GridActors.Hosting.Clusters;

/// <summary>What a process shows to the others, and whom it believes: only certificates of the cluster's own authorities, none of the machine's.</summary>
internal sealed class ClusterIdentity
{
    private readonly SslStreamCertificateContext _certificate;
    private readonly X509Certificate2Collection _authorities;

    /// <exception cref="System.Security.Cryptography.CryptographicException">The key is not the certificate's, or something is no PEM.</exception>
    public ClusterIdentity(string certificatePem, string keyPem, string authorityPem)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(certificatePem);
        _authorities = [];
        _authorities.ImportFromPem(authorityPem);
        ArgumentOutOfRangeException.ThrowIfZero(_authorities.Count, nameof(authorityPem));
        _certificate = SslStreamCertificateContext.Create(WithKey(certificatePem, keyPem), chain, offline: true);
    }

    public SslServerAuthenticationOptions AsServer() => new()
    {
        ServerCertificateContext = _certificate,
        ClientCertificateRequired = true,
        CertificateChainPolicy = Policy(),
        RemoteCertificateValidationCallback = IsOfTheCluster,
    };

    public SslClientAuthenticationOptions AsClient() => new()
    {
        // Silos are known by address, and their addresses change: a certificate says that one belongs to the cluster, not which it is.
        TargetHost = "",
        ClientCertificateContext = _certificate,
        CertificateChainPolicy = Policy(),
        RemoteCertificateValidationCallback = IsOfTheCluster,
    };

    /// <summary>The chain was built by <see cref="Policy"/>; only the name, which nothing follows from, may be another one.</summary>
    private static bool IsOfTheCluster(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        certificate is not null && (errors & ~SslPolicyErrors.RemoteCertificateNameMismatch) == SslPolicyErrors.None;

    private static X509Certificate2 WithKey(string certificatePem, string keyPem)
    {
        var certificate = X509Certificate2.CreateFromPem(certificatePem, keyPem);
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        // Windows shows no certificate whose key it has not stored itself.
        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
        }
    }

    /// <summary>Nothing is fetched from anywhere; to take a certificate back, the authority is replaced.</summary>
    private X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(_authorities);
        return policy;
    }
}
