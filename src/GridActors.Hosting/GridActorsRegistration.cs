using System.Net;
using GridActors.Grains;
using GridActors.Hosting.Clock;
using GridActors.Hosting.Demo;
using GridActors.Hosting.Divisions;
using GridActors.Hosting.Imports;
using GridActors.Hosting.Storage;
using GridActors.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace GridActors.Hosting;

/// <summary>Composes the product in one process: store, clock, silo, reference data. Used by every host, so that all of them run the same thing.</summary>
public static class GridActorsRegistration
{
    /// <summary>Name of the cluster and of the service whose state is stored; another name finds none of it.</summary>
    public const string ClusterName = "gridactors";

    /// <summary>
    /// Adds the embedded product. Takes the lock of the data directory at once, before anything is read, and gives it back
    /// with the host.
    /// </summary>
    /// <exception cref="DataDirectoryInUseException">Another process has the data directory.</exception>
    /// <exception cref="InvalidOperationException">The configuration is refused.</exception>
    public static IHostApplicationBuilder AddGridActors(this IHostApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(GridActorsOptions.Section);
        var options = section.Get<GridActorsOptions>() ?? new GridActorsOptions();
        builder.Services.Configure<GridActorsOptions>(section);
        builder.AddClock();
        var directoryLock = DataDirectoryLock.Take(options.DataDirectory);
        builder.Services.AddSingleton(_ => directoryLock);
        builder.Services.AddSqliteStorage(new SqliteStorageOptions { DatabasePath = options.DatabasePath });
        builder.Services.AddHostedService<StorageStartup>();
        builder.Services.AddHostedService<ClockStartup>();
        builder.UseOrleans(silo => silo
            .AddEmbeddedCluster(options)
            .AddSqliteReferenceStorage()
            .AddGridActorsGrains()
            .AddDashboard(dashboard => dashboard.HideTrace = true));
        builder.Services.AddHostedService<RegionRefresh>();
        builder.Services.AddReferenceImport();
        builder.Services.AddDemoRegion();
        builder.Services.AddHostedService<InstanceFile>();
        return builder;
    }

    /// <summary>The grain storage of the reference actors in the embedded store.</summary>
    public static ISiloBuilder AddSqliteReferenceStorage(this ISiloBuilder silo) =>
        silo.AddAdoNetGrainStorage(ReferenceStorage.Name, storage => storage.Configure<SqliteDatabase>((o, database) =>
        {
            (o.Invariant, o.DataSource) = (SqliteDatabase.OrleansInvariant, database.DataSource);
            o.GrainStorageSerializer = new ReferenceStateSerializer();
        }));

    /// <summary>Membership and reminders in the embedded store, endpoints on the loopback address.</summary>
    private static ISiloBuilder AddEmbeddedCluster(this ISiloBuilder silo, GridActorsOptions options) => silo
        .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (ClusterName, ClusterName))
        .ConfigureEndpoints(IPAddress.Loopback, LoopbackPort.Or(options.SiloPort), LoopbackPort.Or(options.GatewayPort))
        .UseAdoNetClustering(clustering => clustering.Configure<SqliteDatabase>((o, database) =>
            (o.Invariant, o.DataSource) = (SqliteDatabase.OrleansInvariant, database.DataSource)))
        .UseAdoNetReminderService(reminders => reminders.Configure<SqliteDatabase>((o, database) =>
            (o.Invariant, o.DataSource) = (SqliteDatabase.OrleansInvariant, database.DataSource)));
}
