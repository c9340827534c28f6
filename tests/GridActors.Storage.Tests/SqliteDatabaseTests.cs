using System.Data.Common;
using System.Globalization;
using GridActors.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace GridActors.Storage.Tests;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("gridactors-database-");

    private SqliteStorageOptions Options => new() { DatabasePath = Path.Combine(_directory.FullName, SqliteStorageOptions.FileName) };

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Whoever_starts_at_the_same_time_migrates_once()
    {
        using var start = new Barrier(8);
        var starts = Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                using var database = Create(Options);
                start.SignalAndWait(TestContext.Current.CancellationToken);
                database.Migrate();
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));

        await Task.WhenAll(starts);

        using var migrated = Create(Options);
        Assert.Equal(1, await ReadAsync(migrated.DataSource, "SELECT COUNT(*) = COUNT(DISTINCT ScriptName) AND COUNT(*) > 0 FROM SchemaVersions"));
    }

    [Fact]
    public async Task Every_connection_is_set_up_whoever_opens_it()
    {
        using var database = Create(Options with { BusyTimeout = TimeSpan.FromMilliseconds(1500) });
        database.Migrate();

        Assert.Equal(2, await ReadAsync(database.DataSource, "PRAGMA synchronous"));
        Assert.Equal(1500, await ReadAsync(database.DataSource, "PRAGMA busy_timeout"));
        Assert.Equal(1, await ReadAsync(database.DataSource, "PRAGMA foreign_keys"));
        Assert.Equal(1, await ReadAsync(database.DataSource, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"));
    }

    [Fact]
    public async Task What_waits_for_the_disk_can_be_chosen()
    {
        using var database = Create(Options with { Synchronous = SqliteSynchronous.Normal });
        database.Migrate();

        Assert.Equal(1, await ReadAsync(database.DataSource, "PRAGMA synchronous"));
    }

    private static SqliteDatabase Create(SqliteStorageOptions options) => new(options, NullLogger<SqliteDatabase>.Instance);

    private static async Task<long> ReadAsync(DbDataSource source, string sql)
    {
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
    }
}
