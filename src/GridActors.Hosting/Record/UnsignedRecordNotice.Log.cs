using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Record;

/// <summary>Messages 3290-3299.</summary>
internal sealed partial class UnsignedRecordNotice
{
    [LoggerMessage(EventId = 3290, Level = LogLevel.Warning, Message = "Record:KeyFile is not set: events are hashed, and no checkpoint of them is signed")]
    private static partial void LogUnsigned(ILogger logger);
}
