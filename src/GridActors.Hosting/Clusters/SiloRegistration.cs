using System.Net;
using GridActors.Grains;
using GridActors.Hosting.Storage;
using GridActors.Hosting.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace GridActors.Hosting.Clusters;

internal static class SiloRegistration
{
    /// <summary>A command that arrives while its incident leaves memory is sent on to the next activation, and that one may leave as well.</summary>
    private const int MaxForwards = 8;

    /// <summary>A silo with all actors, whose membership, grain state and reminders are in the store.</summary>
    /// <param name="tls">Null where connections are in plain.</param>
    /// <exception cref="ConfigurationRefusedException">The address is no IP address.</exception>
    public static void AddSilo(this IHostApplicationBuilder builder, GridActorsOptions options, ClusterTlsOptions? tls)
    {
        if (!IPAddress.TryParse(options.Address, out var address))
        {
            throw new ConfigurationRefusedException($"GridActors:Address is '{options.Address}'; it has to be an IP address that this process can listen on.");
        }

        builder.UseOrleans(silo =>
        {
            silo.Services.AddClusterName(options).AddFailureDetection().AddHostedService<SiloNotice>();
            silo.Services.Configure<SiloMessagingOptions>(messaging => messaging.MaxForwardCount = MaxForwards);
            silo
                .ConfigureEndpoints(address, LoopbackPort.Or(options.SiloPort), LoopbackPort.Or(options.GatewayPort))
                .UseAdoNetClustering(clustering => clustering.Configure<OrleansDatabase>((o, database) =>
                    (o.Invariant, o.DataSource) = (database.Invariant, database.DataSource)))
                .UseAdoNetReminderService(reminders => reminders.Configure<OrleansDatabase>((o, database) =>
                    (o.Invariant, o.DataSource) = (database.Invariant, database.DataSource)))
                .AddReferenceStorage()
                .AddGridActorsGrains()
                .AddTracePropagation();
            if (tls is not null)
            {
                silo.UseTls(tls);
            }

            if (options.Dashboard is true)
            {
                silo.AddDashboard(dashboard => dashboard.HideTrace = true);
            }
        });
    }
}
