using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Divisions;

/// <summary>Messages 3020-3039.</summary>
internal sealed partial class RegionRefresh
{
    [LoggerMessage(EventId = 3020, Level = LogLevel.Warning, Message = "The reference data could not be read again; what is known stays in use")]
    private static partial void LogRefreshFailed(ILogger logger, Exception exception);
}
