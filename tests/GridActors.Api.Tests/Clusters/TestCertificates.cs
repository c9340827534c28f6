using System.Net.Security;
using GridActors.Hosting.Clusters;

namespace GridActors.Api.Tests.Clusters;

/// <summary>The three files of a process.</summary>
internal sealed class TestCertificates : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("gridactors-tls-");

    public TestCertificates(TestAuthority issuer, TestAuthority? trusted = null, int age = -7, string? usage = null) => Write(issuer, trusted, age, usage);

    public ClusterTlsOptions Options => new() { CertificateFile = PathOf("tls.crt"), KeyFile = PathOf("tls.key"), AuthorityFile = PathOf("ca.crt") };

    /// <summary>What it shows now.</summary>
    public string SerialNumber { get; private set; } = "";

    public void Write(TestAuthority issuer, TestAuthority? trusted = null, int age = -7, string? usage = null)
    {
        var issued = issuer.Issue(age, usage);
        File.WriteAllText(PathOf("tls.crt"), issued.Certificate);
        File.WriteAllText(PathOf("tls.key"), issued.Key);
        File.WriteAllText(PathOf("ca.crt"), (trusted ?? issuer).Pem);
        SerialNumber = issued.SerialNumber;
    }

    /// <summary>As somebody who connects.</summary>
    public async Task<SslClientAuthenticationOptions> AsClientAsync() => new ClusterIdentity(
        await File.ReadAllTextAsync(Options.CertificateFile!, TestContext.Current.CancellationToken),
        await File.ReadAllTextAsync(Options.KeyFile!, TestContext.Current.CancellationToken),
        await File.ReadAllTextAsync(Options.AuthorityFile!, TestContext.Current.CancellationToken)).AsClient();

    public string PathOf(string name) => Path.Combine(_directory.FullName, name);

    public void Dispose() => _directory.Delete(recursive: true);
}
