using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Measures;

/// <summary>Messages 2350-2399.</summary>
public sealed partial class MeasureFollower
{
    [LoggerMessage(EventId = 2350, Level = LogLevel.Warning, Message = "The journal could not be counted; trying again")]
    private static partial void LogRoundFailed(ILogger logger, Exception exception);
}
