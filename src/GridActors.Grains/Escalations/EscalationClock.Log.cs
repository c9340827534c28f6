using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Escalations;

/// <summary>Messages 2150-2199.</summary>
internal sealed partial class EscalationClock
{
    [LoggerMessage(EventId = 2150, Level = LogLevel.Error, Message = "The deadlines could not be read; trying again in a second")]
    private static partial void LogSweepFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 2151, Level = LogLevel.Information, Message = "Caught up with {Fired} deadlines, the latest of them {Lateness} late")]
    private static partial void LogCaughtUp(ILogger logger, int fired, TimeSpan lateness);
}
