using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Clusters;

/// <summary>Messages 3120-3129.</summary>
internal sealed partial class SiloWait
{
    [LoggerMessage(EventId = 3120, Level = LogLevel.Warning, Message = "No silo answers yet (attempt {Attempt}): {Reason}")]
    private static partial void LogWaiting(ILogger logger, int attempt, string reason);
}
