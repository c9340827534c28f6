using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Contacts;

/// <summary>Messages 3160-3169.</summary>
public sealed partial class ContactKeys
{
    [LoggerMessage(EventId = 3160, Level = LogLevel.Warning, Message = "The keys of contacts could not be read again; those read last go on")]
    private static partial void LogUnreadable(ILogger logger, Exception exception);
}
