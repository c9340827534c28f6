using System.Net;
using System.Net.Sockets;
using GridActors.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace GridActors.Storage.Tests.Silos;

/// <summary>Two real silos that have nothing in common but one database file.</summary>
public sealed class TwoSilos : IAsyncLifetime
{
    public const string StorageName = "reference";

    private readonly SqliteStorageUnderTest _storage = new();
    private readonly List<IHost> _hosts = [];

    public IServiceProvider First => _hosts[0].Services;

    public IServiceProvider Second => _hosts[1].Services;

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            _hosts.Add(await StartAsync(_storage.Database));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync();
            host.Dispose();
        }

        await _storage.DisposeAsync();
    }

    public static async Task<IHost> StartAsync(SqliteDatabase database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo => silo
            .Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = ("test", "test"))
            .ConfigureEndpoints(IPAddress.Loopback, FreePort(), FreePort())
            .UseAdoNetClustering(o => (o.Invariant, o.DataSource) = (SqliteDatabase.OrleansInvariant, database.DataSource))
            .AddAdoNetGrainStorage(StorageName, o => (o.Invariant, o.DataSource) = (SqliteDatabase.OrleansInvariant, database.DataSource))
            .UseAdoNetReminderService(o => (o.Invariant, o.DataSource) = (SqliteDatabase.OrleansInvariant, database.DataSource)));
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    private static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
