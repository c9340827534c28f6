using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Clusters;

/// <summary>Messages 3100-3119.</summary>
internal sealed partial class SiloNotice
{
    [LoggerMessage(EventId = 3100, Level = LogLevel.Information, Message = "Silo {Silo} is in the cluster {Cluster}, its gateway is {Gateway}")]
    private static partial void LogJoined(ILogger logger, SiloAddress silo, string cluster, SiloAddress? gateway);
}
