using Microsoft.Extensions.Logging;

namespace GridActors.Storage.Postgres.Incidents;

/// <summary>Messages 3250-3299.</summary>
public sealed partial class PostgresIncidentJournal
{
    [LoggerMessage(EventId = 3250, Level = LogLevel.Error, Message = "A batch of {Appends} appends failed; the next one goes to a new connection, after {Pause}")]
    private static partial void LogBatchFailed(ILogger logger, Exception failure, int appends, TimeSpan pause);

    [LoggerMessage(EventId = 3251, Level = LogLevel.Warning, Message = "The journal's writer is back after {Failures} failures")]
    private static partial void LogRecovered(ILogger logger, int failures);
}
