using GridActors.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace GridActors.Storage.Tests;

public sealed class PostgresDatabaseTests(SharedPostgresServer server) : IAsyncDisposable
{
    private readonly PostgresStorageUnderTest _storage = new(server);

    public async ValueTask DisposeAsync()
    {
        await _storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Whoever_starts_at_the_same_time_migrates_once()
    {
        await _storage.ExecuteAsync("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        using var start = new Barrier(8);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                using var database = new PostgresDatabase(new PostgresStorageOptions { ConnectionString = _storage.ConnectionString }, NullLoggerFactory.Instance);
                start.SignalAndWait(TestContext.Current.CancellationToken);
                database.Migrate();
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Equal(14L, await _storage.ExecuteAsync("SELECT count(*) FROM schemaversions"));
        Assert.Equal(0L, await _storage.ExecuteAsync("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"));
    }

    [Fact]
    public async Task A_migration_that_fails_says_which_and_gives_the_lock_back()
    {
        await _storage.ExecuteAsync("DELETE FROM schemaversions WHERE scriptname LIKE '%0004_orleans_persistence.sql'");

        var failure = Assert.Throws<InvalidOperationException>(() => _storage.Database.Migrate());

        Assert.Contains("0004_orleans_persistence.sql", failure.Message, StringComparison.Ordinal);
        Assert.Equal(PostgresErrorCodes.UniqueViolation, Assert.IsType<PostgresException>(failure.InnerException).SqlState);
        await _storage.ExecuteAsync("DELETE FROM OrleansQuery WHERE QueryKey LIKE '%StorageKey'");
        _storage.Database.Migrate();
    }
}
