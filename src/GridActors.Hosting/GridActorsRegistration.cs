using GridActors.Hosting.Access;
using GridActors.Hosting.Clock;
using GridActors.Hosting.Clusters;
using GridActors.Hosting.Contacts;
using GridActors.Hosting.Demo;
using GridActors.Hosting.Divisions;
using GridActors.Hosting.Imports;
using GridActors.Hosting.Record;
using GridActors.Hosting.Storage;
using GridActors.Hosting.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GridActors.Hosting;

/// <summary>Composes the product in one process: store, clock, silo or client, reference data. Used by every host, so that all of them run the same thing.</summary>
public static class GridActorsRegistration
{
    /// <summary>
    /// Adds the product: on PostgreSQL where <c>ConnectionStrings:GridActors</c> names a database, otherwise embedded, which takes
    /// the lock of the data directory at once and gives it back with the host.
    /// </summary>
    /// <param name="withSilo">Whether this process runs a silo; null for what the configuration says.</param>
    /// <exception cref="DataDirectoryInUseException">Another process has the data directory.</exception>
    /// <exception cref="ConfigurationRefusedException">The configuration is refused.</exception>
    public static IHostApplicationBuilder AddGridActors(this IHostApplicationBuilder builder, bool? withSilo = null)
    {
        var section = builder.Configuration.GetSection(GridActorsOptions.Section);
        var options = section.Get<GridActorsOptions>() ?? new GridActorsOptions();
        var connectionString = builder.Configuration.GetConnectionString(GridActorsOptions.ConnectionStringName);
        var isEmbedded = string.IsNullOrWhiteSpace(connectionString);
        SetDefaults(options, isEmbedded);
        builder.Services.Configure<GridActorsOptions>(section);
        builder.Services.PostConfigure<GridActorsOptions>(o => SetDefaults(o, isEmbedded));
        builder.AddClock(isEmbedded);
        if (isEmbedded)
        {
            builder.AddEmbeddedStore(options);
        }
        else
        {
            builder.AddClusterStore(connectionString!);
        }

        builder.AddContacts(isEmbedded ? options.DataDirectory : null);
        builder.Services.AddHostedService<ClockStartup>();
        builder.AddOrleans(options, isEmbedded, withSilo ?? options.Silo is true, builder.AddClusterTls(isEmbedded));
        builder.AddCallTickets(isEmbedded);
        builder.Services.AddHostedService<RegionRefresh>();
        if (withSilo ?? options.Silo is true)
        {
            builder.AddRecord(isEmbedded ? options.DataDirectory : null);
        }

        builder.AddWebhooks(options, isEmbedded, withSilo ?? options.Silo is true);
        builder.Services.AddReferenceImport();
        builder.Services.AddDemoRegion();
        builder.AddDrain();
        if (isEmbedded)
        {
            builder.Services.AddHostedService<InstanceFile>();
        }

        return builder;
    }

    private static void AddOrleans(this IHostApplicationBuilder builder, GridActorsOptions options, bool isEmbedded, bool withSilo, ClusterTlsOptions? tls)
    {
        if (withSilo)
        {
            builder.AddSilo(options, tls);
        }
        else if (isEmbedded)
        {
            throw new ConfigurationRefusedException("GridActors:Silo=false needs a cluster: set ConnectionStrings:GridActors.");
        }
        else
        {
            builder.AddClient(options, tls);
        }
    }

    private static void SetDefaults(GridActorsOptions options, bool isEmbedded)
    {
        options.DemoRegion ??= isEmbedded;
        options.Dashboard ??= isEmbedded;
        options.Silo ??= isEmbedded;
        if (isEmbedded)
        {
            options.DrainDelay = TimeSpan.Zero;
        }
    }
}
