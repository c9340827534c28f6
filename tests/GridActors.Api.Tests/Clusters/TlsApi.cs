using System.Net;
using Npgsql;

namespace GridActors.Api.Tests.Clusters;

/// <summary>A host of a cluster whose processes show one another certificates.</summary>
internal sealed class TlsApi(string database, TestCertificates certificates, bool withSilo) : ApiFixture(
    $"--ConnectionStrings:GridActors={database}",
    $"--Access:TicketKey={Convert.ToBase64String(new byte[32])}",
    $"--GridActors:Silo={withSilo}",
    "--GridActors:MigrateOnStart=true",
    $"--GridActors:DemoRegion={withSilo}",
    "--GridActors:DrainDelay=00:00:00",
    $"--Cluster:Tls:CertificateFile={certificates.Options.CertificateFile}",
    $"--Cluster:Tls:KeyFile={certificates.Options.KeyFile}",
    $"--Cluster:Tls:AuthorityFile={certificates.Options.AuthorityFile}")
{
    /// <summary>Where the only silo of a cluster listens for clients, as it told them.</summary>
    public static async Task<IPEndPoint> FindGatewayAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("SELECT proxy_port FROM orleans_silo WHERE status = 3", connection);
        return new IPEndPoint(IPAddress.Loopback, (int)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!);
    }
}
