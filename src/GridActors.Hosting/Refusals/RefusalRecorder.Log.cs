using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;
using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Refusals;

/// <summary>Messages 3140-3149.</summary>
internal sealed partial class RefusalRecorder
{
    [LoggerMessage(EventId = 3140, Level = LogLevel.Warning, Message = "{Count} refusals could not be written; they are tried again")]
    private static partial void LogRetried(ILogger logger, Exception exception, int count);

    [LoggerMessage(EventId = 3141, Level = LogLevel.Error, Message = "A refusal is not in the record: {At:O} {PlaceCode} {ItemCode} {Reason}")]
    private static partial void LogLost(ILogger logger, DateTimeOffset at, string placeCode, ItemCode itemCode, IncidentRefusal reason);
}
