using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Contacts;

/// <summary>Messages 2450-2459.</summary>
public sealed partial class ContactSweeper
{
    [LoggerMessage(EventId = 2450, Level = LogLevel.Information, Message = "{Count} contacts of reporters were erased: their time was over")]
    private static partial void LogErased(ILogger logger, int count);

    [LoggerMessage(EventId = 2451, Level = LogLevel.Warning, Message = "Contacts whose time is over could not be erased; trying again at the next look")]
    private static partial void LogSweepFailed(ILogger logger, Exception exception);
}
