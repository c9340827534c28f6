using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace GridActors.Storage.Tests.Silos;

/// <summary>Two real silos that have nothing in common but one database.</summary>
/// <param name="invariant">The name under which Orleans loads the database's driver.</param>
public abstract class TwoSilos(StorageUnderTest storage, string invariant, DbDataSource source) : IAsyncLifetime
{
    public const string StorageName = "reference";

    private readonly List<IHost> _hosts = [];

    public IServiceProvider First => _hosts[0].Services;

    public IServiceProvider Second => _hosts[1].Services;

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            _hosts.Add(await StartAsync(invariant, source));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync();
            host.Dispose();
        }

        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public static async Task<IHost> StartAsync(string invariant, DbDataSource source)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo => silo
            .Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = ("test", "test"))
            .ConfigureEndpoints(IPAddress.Loopback, FreePort(), FreePort())
            .UseAdoNetClustering(o => (o.Invariant, o.DataSource) = (invariant, source))
            .AddAdoNetGrainStorage(StorageName, o => (o.Invariant, o.DataSource) = (invariant, source))
            .UseAdoNetReminderService(o => (o.Invariant, o.DataSource) = (invariant, source)));
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
