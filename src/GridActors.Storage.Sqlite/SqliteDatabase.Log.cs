using Microsoft.Extensions.Logging;

namespace GridActors.Storage.Sqlite;

public sealed partial class SqliteDatabase
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "Migrated the database: {Script}")]
    private static partial void LogMigrated(ILogger logger, string script);
}
