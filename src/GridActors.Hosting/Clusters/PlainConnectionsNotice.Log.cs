using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Clusters;

/// <summary>Message 3280.</summary>
internal sealed partial class PlainConnectionsNotice
{
    [LoggerMessage(EventId = 3280, Level = LogLevel.Warning, Message = "The processes of this cluster talk in plain: whoever is on their network may listen, and what a signed call says is there to be read. Set Cluster__Tls__CertificateFile, Cluster__Tls__KeyFile and Cluster__Tls__AuthorityFile")]
    private static partial void LogPlain(ILogger logger);
}
