using GridActors.ApiHost;
using GridActors.Hosting;
using GridActors.Hosting.Clusters;
using GridActors.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace GridActors.Api.Tests.Clusters;

/// <summary>Who gets into a cluster whose processes show one another certificates. Real silos, real sockets.</summary>
public sealed class ClusterTlsTests : IDisposable
{
    /// <summary>The first byte of an alert of TLS, the most that somebody hears who talks in plain.</summary>
    private const byte Alert = 21;

    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private readonly TestAuthority _authority = new("the cluster");
    private readonly TestAuthority _foreign = new("somebody else");

    public void Dispose()
    {
        _authority.Dispose();
        _foreign.Dispose();
    }

    [Fact]
    public async Task Silos_and_clients_of_the_authority_work_together()
    {
        using var certificates = new TestCertificates(_authority);
        using var another = new TestCertificates(_authority);
        await using var first = await TlsSilo.StartAsync(certificates);
        await using var second = await TlsSilo.StartAsync(another, first);

        Assert.Equal(2, await first.CountSilosAsync(another));
        Assert.Equal(2, await second.CountSilosAsync(certificates));
    }

    [Fact]
    public async Task A_client_that_talks_in_plain_is_refused()
    {
        using var certificates = new TestCertificates(_authority);
        await using var silo = await TlsSilo.StartAsync(certificates);

        Assert.True(await silo.RefusesClientAsync(null));

        Assert.All([await TlsSilo.TalkInPlainAsync(silo.Gateway), await TlsSilo.TalkInPlainAsync(silo.Silo)], heard => Assert.True(heard.Length == 0 || heard[0] == Alert));
        Assert.Equal(1, await silo.CountSilosAsync(certificates));
    }

    [Fact]
    public async Task A_client_of_a_foreign_authority_is_refused_whatever_it_believes()
    {
        using var certificates = new TestCertificates(_authority);
        using var foreign = new TestCertificates(_foreign);
        using var pretender = new TestCertificates(_foreign, trusted: _authority);
        await using var silo = await TlsSilo.StartAsync(certificates);

        Assert.True(await silo.RefusesClientAsync(foreign));
        Assert.True(await silo.RefusesClientAsync(pretender));

        foreach (var address in new[] { silo.Gateway, silo.Silo })
        {
            Assert.True(await silo.RefusesAsync(address, pretender));
            Assert.True(await silo.RefusesAsync(address, foreign));
            Assert.Null(await TlsSilo.ReadSerialNumberAsync(address, foreign));
        }
    }

    [Fact]
    public async Task A_silo_of_a_foreign_authority_is_not_believed()
    {
        using var foreign = new TestCertificates(_foreign, trusted: _authority);
        using var certificates = new TestCertificates(_authority);
        await using var silo = await TlsSilo.StartAsync(foreign);

        Assert.True(await silo.RefusesClientAsync(certificates));
        Assert.Null(await TlsSilo.ReadSerialNumberAsync(silo.Gateway, certificates));
    }

    [Fact]
    public async Task A_certificate_that_has_ended_is_refused()
    {
        using var certificates = new TestCertificates(_authority);
        using var ended = new TestCertificates(_authority, age: 0);
        await using var silo = await TlsSilo.StartAsync(certificates);

        Assert.True(await silo.RefusesAsync(silo.Gateway, ended));
        Assert.True(await silo.RefusesClientAsync(ended));
    }

    [Fact]
    public async Task A_certificate_for_servers_only_is_none_of_a_client()
    {
        using var certificates = new TestCertificates(_authority);
        using var forServers = new TestCertificates(_authority, usage: ServerAuthentication);
        await using var silo = await TlsSilo.StartAsync(certificates);

        Assert.True(await silo.RefusesAsync(silo.Gateway, forServers));
    }

    [Fact]
    public async Task New_files_hold_for_new_connections_and_half_of_them_for_none()
    {
        using var certificates = new TestCertificates(_authority);
        using var client = new TestCertificates(_authority);
        await using var silo = await TlsSilo.StartAsync(certificates);
        var before = certificates.SerialNumber;
        Assert.Equal(before, await TlsSilo.ReadSerialNumberAsync(silo.Gateway, client));

        await File.WriteAllTextAsync(certificates.PathOf("tls.key"), _authority.Issue().Key, TestContext.Current.CancellationToken);
        Assert.Equal(before, await TlsSilo.ReadSerialNumberAsync(silo.Gateway, client));
        certificates.Write(_authority);
        Assert.NotEqual(before, certificates.SerialNumber);
        Assert.Equal(certificates.SerialNumber, await TlsSilo.ReadSerialNumberAsync(silo.Gateway, client));

        // The authority is replaced: who has nothing of the new one is out.
        certificates.Write(_foreign);
        Assert.True(await silo.RefusesAsync(silo.Gateway, client));
        client.Write(_foreign);
        Assert.Equal(1, await silo.CountSilosAsync(client));
    }

    [Fact]
    public void A_certificate_that_cannot_be_used_is_refused_at_the_start()
    {
        using var certificates = new TestCertificates(_authority);
        File.WriteAllText(certificates.PathOf("tls.key"), _authority.Issue().Key);

        Assert.Throws<ConfigurationRefusedException>(() => new ClusterCertificates(certificates.Options, new FakeLogger<ClusterCertificates>()));
    }

    [Fact]
    public async Task Hosts_that_are_configured_so_work_together_and_talk_to_nobody_in_plain()
    {
        await using var server = new PostgresServer();
        await server.InitializeAsync();
        using var certificates = new TestCertificates(_authority);
        var database = server.CreateEmptyDatabase();
        await using var silo = new TlsApi(database, certificates, withSilo: true);
        await silo.InitializeAsync();
        await using var client = new TlsApi(database, certificates, withSilo: false);
        await client.InitializeAsync();

        await client.ReportAsync();

        var heard = await TlsSilo.TalkInPlainAsync(await TlsApi.FindGatewayAsync(database));
        Assert.True(heard.Length == 0 || heard[0] == Alert);
    }

    [Theory]
    [InlineData("Production", 1)]
    [InlineData("Development", 0)]
    public async Task In_production_a_cluster_in_plain_says_so(string environment, int notices)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        var log = new FakeLogger<PlainConnectionsNotice>();

        Assert.Null(builder.AddClusterTls(isEmbedded: false));
        await new PlainConnectionsNotice(log).StartingAsync(TestContext.Current.CancellationToken);

        Assert.Equal(notices, builder.Services.Count(s => s.ImplementationType == typeof(PlainConnectionsNotice)));
        Assert.Equal(LogLevel.Warning, log.LatestRecord.Level);
    }

    [Theory]
    [InlineData("needs a cluster", "--Cluster:Tls:CertificateFile=a", "--Cluster:Tls:KeyFile=b", "--Cluster:Tls:AuthorityFile=c")]
    [InlineData("all three", "--ConnectionStrings:GridActors=Host=127.0.0.1;Port=1", "--Cluster:Tls:CertificateFile=a")]
    [InlineData("cannot be used", "--ConnectionStrings:GridActors=Host=127.0.0.1;Port=1", "--Cluster:Tls:CertificateFile=/nowhere/a", "--Cluster:Tls:KeyFile=/nowhere/b", "--Cluster:Tls:AuthorityFile=/nowhere/c")]
    public void Settings_that_protect_nothing_are_refused(string reason, params string[] settings)
    {
        var directory = Directory.CreateTempSubdirectory("gridactors-api-").FullName;

        var refused = Assert.Throws<ConfigurationRefusedException>(() => ApiApplication.Build(["--environment=Development", $"--GridActors:DataDirectory={directory}", .. settings]));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }
}
