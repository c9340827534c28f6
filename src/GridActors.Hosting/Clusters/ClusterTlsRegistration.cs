using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Configuration;

namespace GridActors.Hosting.Clusters;

/// <summary>TLS between the processes of a cluster, both of which show who they are.</summary>
internal static class ClusterTlsRegistration
{
    /// <summary>Reads the settings, and has an installation without them hear of it.</summary>
    /// <returns>Null where connections are in plain.</returns>
    /// <exception cref="ConfigurationRefusedException">Only some are set, or the store is embedded, which nobody connects to.</exception>
    public static ClusterTlsOptions? AddClusterTls(this IHostApplicationBuilder builder, bool isEmbedded)
    {
        var options = builder.Configuration.GetSection(ClusterTlsOptions.Section).Get<ClusterTlsOptions>() ?? new ClusterTlsOptions();
        if (options.IsSet && !options.IsComplete)
        {
            throw new ConfigurationRefusedException("Cluster:Tls needs CertificateFile, KeyFile and AuthorityFile, all three.");
        }

        if (options.IsSet && isEmbedded)
        {
            throw new ConfigurationRefusedException("Cluster:Tls needs a cluster: set ConnectionStrings:GridActors.");
        }

        if (options.IsSet)
        {
            // Once before anything starts: a certificate that cannot be used is refused with one line.
            _ = new ClusterCertificates(options, NullLogger<ClusterCertificates>.Instance);
            return options;
        }

        if (!isEmbedded && builder.Environment.IsProduction())
        {
            builder.Services.AddHostedService<PlainConnectionsNotice>();
        }

        return null;
    }

    public static ISiloBuilder UseTls(this ISiloBuilder silo, ClusterTlsOptions options)
    {
        silo.Services.AddCertificates(options);
        silo.Services.AddOptions<SiloConnectionOptions>().Configure<ClusterCertificates, ILogger<TlsMiddleware>>((connections, certificates, logger) =>
        {
            var server = new TlsMiddleware(certificates, TlsMiddleware.Side.Server, logger);
            var client = new TlsMiddleware(certificates, TlsMiddleware.Side.Client, logger);
            connections.ConfigureSiloInboundConnection(c => c.UseMiddleware(server));
            connections.ConfigureGatewayInboundConnection(c => c.UseMiddleware(server));
            connections.ConfigureSiloOutboundConnection(c => c.UseMiddleware(client));
        });
        return silo;
    }

    public static IClientBuilder UseTls(this IClientBuilder client, ClusterTlsOptions options)
    {
        client.Services.AddCertificates(options);
        client.Services.AddOptions<ClientConnectionOptions>().Configure<ClusterCertificates, ILogger<TlsMiddleware>>((connections, certificates, logger) =>
        {
            var middleware = new TlsMiddleware(certificates, TlsMiddleware.Side.Client, logger);
            connections.ConfigureConnection(c => c.UseMiddleware(middleware));
        });
        return client;
    }

    private static void AddCertificates(this IServiceCollection services, ClusterTlsOptions options) =>
        services.AddSingleton(s => new ClusterCertificates(options, s.GetRequiredService<ILogger<ClusterCertificates>>()));
}
