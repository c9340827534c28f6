using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Clusters;

/// <summary>Message 3280.</summary>
internal sealed partial class PlainConnectionsNotice
{
    [LoggerMessage(EventId = 3280, Level = LogLevel.Warning, Message = "The processes of this cluster talk in plain: whoever reaches the ports of a silo may call any actor. Set Cluster__Tls__CertificateFile, Cluster__Tls__KeyFile and Cluster__Tls__AuthorityFile")]
    private static partial void LogPlain(ILogger logger);
}
