using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Escalations;

/// <summary>Messages 2150-2199.</summary>
internal sealed partial class EscalationClock
{
    [LoggerMessage(EventId = 2150, Level = LogLevel.Error, Message = "The deadlines could not be read; trying again in a second")]
    private static partial void LogSweepFailed(ILogger logger, Exception exception);
}
