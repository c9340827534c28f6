using Microsoft.Extensions.Logging;

namespace GridActors.Storage.Postgres;

/// <summary>Messages 3200-3249.</summary>
public sealed partial class PostgresDatabase
{
    [LoggerMessage(EventId = 3200, Level = LogLevel.Information, Message = "Migrated the database: {Script}")]
    private static partial void LogMigrated(ILogger logger, string script);
}
