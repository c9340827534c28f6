using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Clusters;

/// <summary>Messages 3270-3274.</summary>
internal sealed partial class ClusterCertificates
{
    [LoggerMessage(EventId = 3270, Level = LogLevel.Information, Message = "The certificates of the cluster were read again; new connections have them")]
    private static partial void LogLoaded(ILogger logger);

    [LoggerMessage(EventId = 3271, Level = LogLevel.Warning, Message = "The certificates of the cluster cannot be used as they are now; those read last go on")]
    private static partial void LogUnusable(ILogger logger, Exception exception);
}
