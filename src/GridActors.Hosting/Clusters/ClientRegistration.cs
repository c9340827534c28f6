using GridActors.Grains.Access;
using GridActors.Grains.Divisions;
using GridActors.Grains.Grids;
using GridActors.Grains.Workers;
using GridActors.Hosting.Storage;
using GridActors.Hosting.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace GridActors.Hosting.Clusters;

internal static class ClientRegistration
{
    /// <summary>How long a call may take before its outcome counts as unknown: a call under way to a silo that was killed is never answered.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(5);

    /// <summary>New silos get calls, and dead ones none, this long after it stands in the membership table.</summary>
    private static readonly TimeSpan GatewayRefresh = TimeSpan.FromSeconds(5);

    /// <summary>A client of the cluster's silos, with its own copy of the reference data. Starting waits for the first silo.</summary>
    /// <param name="tls">Null where connections are in plain.</param>
    public static void AddClient(this IHostApplicationBuilder builder, GridActorsOptions options, ClusterTlsOptions? tls)
    {
        builder.UseOrleansClient(client =>
        {
            client.Services.AddClusterName(options);
            client
                .Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = CallTimeout)
                .Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = GatewayRefresh)
                .UseAdoNetClustering(clustering => clustering.Configure<OrleansDatabase>((o, database) =>
                    (o.Invariant, o.DataSource) = (database.Invariant, database.DataSource)))
                .UseConnectionRetryFilter<SiloWait>()
                .AddCallTickets()
                .AddTracePropagation();
            if (tls is not null)
            {
                client.UseTls(tls);
            }

            if (options.Dashboard is true)
            {
                client.AddDashboard();
            }
        });
        builder.Services.AddSingleton<IRegionDirectory, RegionDirectory>();
        builder.Services.AddSingleton<GridChangeRunner>();
        builder.Services.AddSingleton<HandOverRunner>();
    }
}
