using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Clusters;

/// <summary>Says at the start that whoever is on the network of this cluster may listen.</summary>
internal sealed partial class PlainConnectionsNotice(ILogger<PlainConnectionsNotice> logger) : HostStep
{
    private readonly ILogger _logger = logger;

    public override Task StartingAsync(CancellationToken cancellationToken)
    {
        LogPlain(_logger);
        return Task.CompletedTask;
    }
}
