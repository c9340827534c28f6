using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Clock;

/// <summary>Messages 3000-3019.</summary>
internal sealed partial class ClockStartup
{
    [LoggerMessage(EventId = 3000, Level = LogLevel.Warning, Message = "The journal's last entry, {LastRecordedAt}, lies ahead of the machine's clock: it was written on an adjusted clock, or this machine's clock is wrong")]
    private static partial void LogJournalAhead(ILogger logger, DateTimeOffset lastRecordedAt);

    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning, Message = "The clock runs at {Speed} times the machine's speed from {Now} on; for trials only")]
    private static partial void LogRunning(ILogger logger, double speed, DateTimeOffset now);
}
