namespace GridActors.Storage.Sqlite;

/// <summary>Where the embedded database is and how it is written.</summary>
public sealed record SqliteStorageOptions
{
    /// <summary>Name of the database in a data directory. SQLite keeps two more files beside it, ending in <c>-wal</c> and <c>-shm</c>.</summary>
    public const string FileName = "gridactors.db";

    /// <summary>Path of the database. The file is created; its directory has to exist.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>What a commit waits for.</summary>
    /// <value>Default <see cref="SqliteSynchronous.Full"/>.</value>
    public SqliteSynchronous Synchronous { get; init; } = SqliteSynchronous.Full;

    /// <summary>How many appends may wait for the writer before the next one is refused.</summary>
    /// <value>1 and up. Default 4096.</value>
    public int QueueCapacity { get; init; } = 4096;

    /// <summary>How long a connection waits for another one's write lock before it gives up.</summary>
    /// <value>1 millisecond and up. Default 5 seconds.</value>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
