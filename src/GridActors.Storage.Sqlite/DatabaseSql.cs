using System.Globalization;

namespace GridActors.Storage.Sqlite;

internal static class DatabaseSql
{
    public const string UseWriteAheadLog = """
        -- Database.UseWriteAheadLog: kept in the file, so that connections need not ask for it again
        PRAGMA journal_mode = WAL
        """;

    public const string BeginWrite = """
        -- Database.BeginWrite: takes the write lock now; a deferred transaction would fail at its first write instead of waiting
        BEGIN IMMEDIATE
        """;

    public const string Commit = """
        -- Database.Commit: a failure here leaves the transaction open
        COMMIT
        """;

    public const string ForgetMembership = """
        -- Database.ForgetMembership: silos go with their cluster; of every cluster, so never while another process is running
        DELETE FROM orleans_cluster
        """;

    /// <summary>Settings take no parameters, so the numbers are part of the text.</summary>
    public static string Settings(SqliteStorageOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        -- Database.Settings: of one connection, lost when it closes. The driver's own wait for a lock polls every 150 ms; this one begins at 1 ms
        PRAGMA busy_timeout = {(long)options.BusyTimeout.TotalMilliseconds};
        PRAGMA synchronous = {(int)options.Synchronous};
        """);
}
