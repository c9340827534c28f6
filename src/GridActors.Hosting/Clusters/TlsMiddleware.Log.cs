using System.Net;
using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Clusters;

/// <summary>Messages 3275-3279.</summary>
internal sealed partial class TlsMiddleware
{
    [LoggerMessage(EventId = 3275, Level = LogLevel.Warning, Message = "A connection with {RemoteEndPoint} was refused: the other side does not belong to the cluster, or does not think that this one does")]
    private static partial void LogRefused(ILogger logger, Exception exception, EndPoint? remoteEndPoint);
}
