using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Record;

/// <summary>Messages 2460-2469.</summary>
public sealed partial class RecordFollower
{
    [LoggerMessage(EventId = 2460, Level = LogLevel.Warning, Message = "The record could not be signed; trying again")]
    private static partial void LogRoundFailed(ILogger logger, Exception exception);
}
