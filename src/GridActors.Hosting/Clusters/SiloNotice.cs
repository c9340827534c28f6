using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace GridActors.Hosting.Clusters;

/// <summary>Says which silo of which cluster this is, once it takes part.</summary>
internal sealed partial class SiloNotice(ILocalSiloDetails silo, IOptions<ClusterOptions> cluster, ILogger<SiloNotice> logger) : IHostedService
{
    private readonly ILogger _logger = logger;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        LogJoined(_logger, silo.SiloAddress, cluster.Value.ClusterId, silo.GatewayAddress);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
