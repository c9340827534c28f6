using Microsoft.Extensions.Logging;

namespace GridActors.Storage.Sqlite.Incidents;

public sealed partial class SqliteIncidentJournal
{
    [LoggerMessage(EventId = 3101, Level = LogLevel.Error, Message = "{Appends} appends could not be stored")]
    private static partial void LogBatchFailed(ILogger logger, Exception failure, int appends);
}
