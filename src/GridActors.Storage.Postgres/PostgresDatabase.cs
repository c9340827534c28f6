using System.Collections.Immutable;
using System.Data.Common;
using DbUp;
using DbUp.Engine;
using DbUp.Postgresql;
using GridActors.Storage.Incidents;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace GridActors.Storage.Postgres;

/// <summary>
/// One PostgreSQL database, shared by every process of the cluster. Everything the product stores is in it, Orleans' own
/// tables included.
/// </summary>
public sealed partial class PostgresDatabase : IAsyncDisposable, IDisposable
{
    /// <summary>The name under which Orleans' AdoNet providers load Npgsql.</summary>
    public const string OrleansInvariant = "Npgsql";

    /// <summary>The migrations' advisory lock; the number is arbitrary but must never change.</summary>
    private const long MigrationLock = 0x6772_6964_6163_7401;

    private const string MigrationFolder = ".Migrations.";

    /// <summary>As the connection string spells it.</summary>
    private const string PoolSize = "Maximum Pool Size";

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _unpooled;
    private readonly ILogger<PostgresDatabase> _logger;

    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public PostgresDatabase(PostgresStorageOptions options, ILoggerFactory loggers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ConnectTimeout, TimeSpan.FromSeconds(1));
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            Timeout = (int)options.ConnectTimeout.TotalSeconds,
            Enlist = false,
        };
        settings.ApplicationName ??= "gridactors";
        if (!settings.ShouldSerialize(PoolSize))
        {
            settings.MaxPoolSize = options.MaxPoolSize;
        }

        _source = new NpgsqlDataSourceBuilder(settings.ConnectionString).UseLoggerFactory(loggers).Build();
        settings.Pooling = false;
        _unpooled = new NpgsqlDataSourceBuilder(settings.ConnectionString).UseLoggerFactory(loggers).Build();
        _logger = loggers.CreateLogger<PostgresDatabase>();
    }

    /// <summary>For Orleans' AdoNet providers, together with <see cref="OrleansInvariant"/>.</summary>
    public DbDataSource DataSource => _source;

    /// <summary>An open connection of the pool; disposing it gives it back.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken ct) => _source.OpenConnectionAsync(ct);

    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public static void EnsureReadable(string connectionString) => _ = new NpgsqlConnectionStringBuilder(connectionString);

    /// <summary>The migrations that this release knows and the database has not seen, in their order.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public ImmutableArray<string> FindMissingMigrations()
    {
        using var connection = _source.OpenConnection();
        return NamesOf(Upgrade().GetScriptsToExecute());
    }

    /// <summary>
    /// Brings the tables up to date; call it at start, before anything else. One process at a time does, the others wait
    /// and find nothing left to do. Each migration is a transaction of its own, so one that fails leaves those before it.
    /// </summary>
    /// <returns>What was done, in order; empty where the database was up to date.</returns>
    /// <exception cref="InvalidOperationException">A migration failed. The inner exception says why.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public ImmutableArray<string> Migrate()
    {
        using var connection = _source.OpenConnection();
        Execute(connection, DatabaseSql.LockMigrations);
        try
        {
            var upgrade = Upgrade().PerformUpgrade();
            if (!upgrade.Successful)
            {
                throw new InvalidOperationException($"The migration {upgrade.ErrorScript?.Name} failed.", upgrade.Error);
            }

            var done = NamesOf(upgrade.Scripts);
            foreach (var script in done)
            {
                LogMigrated(_logger, script);
            }

            return done;
        }
        finally
        {
            Execute(connection, DatabaseSql.UnlockMigrations);
        }
    }

    /// <summary>Closes the pool.</summary>
    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _unpooled.DisposeAsync();
    }

    /// <summary>Closes the pool.</summary>
    public void Dispose()
    {
        _source.Dispose();
        _unpooled.Dispose();
    }

    /// <summary>A connection of its own, for a writer that throws it away when it fails: one of the pool may be from before a fail-over, or from when the database was read-only.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    internal ValueTask<NpgsqlConnection> OpenUnpooledAsync(CancellationToken ct) => _unpooled.OpenConnectionAsync(ct);

    /// <summary>Runs a query on a connection of the pool; a second time where the first connection was lost: after a restart of the server the whole pool is.</summary>
    /// <param name="isPrepared">Whether the server keeps the plan: only for statements of which every plan is the same, or one made for an empty table stays.</param>
    /// <exception cref="JournalUnavailableException">The database cannot be reached, or failed.</exception>
    internal async Task<T> ReadAsync<T>(NpgsqlCommand query, bool isPrepared, Func<NpgsqlDataReader, Task<T>> read, CancellationToken ct)
    {
        try
        {
            try
            {
                return await ReadOnceAsync(query, isPrepared, read, ct);
            }
            catch (NpgsqlException lost) when (lost is { IsTransient: true, InnerException: not TimeoutException })
            {
                _source.Clear();
                return await ReadOnceAsync(query, isPrepared, read, ct);
            }
        }
        catch (NpgsqlException failure)
        {
            throw new JournalUnavailableException("The database could not be read.", failure);
        }
    }

    private UpgradeEngine Upgrade() => DeployChanges.To.PostgresqlDatabase(new PostgresqlConnectionManager(_source))
        .WithScriptsEmbeddedInAssembly(typeof(PostgresDatabase).Assembly)
        .WithVariablesDisabled()
        .WithTransactionPerScript()
        .LogToNowhere()
        .Build();

    /// <summary>The file names, without the folder that they are embedded from.</summary>
    private static ImmutableArray<string> NamesOf(IEnumerable<SqlScript> scripts) =>
        [.. scripts.Select(s => s.Name[(s.Name.IndexOf(MigrationFolder, StringComparison.Ordinal) + MigrationFolder.Length)..])];

    private async Task<T> ReadOnceAsync<T>(NpgsqlCommand query, bool isPrepared, Func<NpgsqlDataReader, Task<T>> read, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        query.Connection = connection;
        if (isPrepared)
        {
            await query.PrepareAsync(ct);
        }

        await using var reader = await query.ExecuteReaderAsync(ct);
        return await read(reader);
    }

    /// <summary>Waits as long as it takes: another process may be busy with a long migration.</summary>
    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue("key", MigrationLock);
        command.ExecuteNonQuery();
    }
}
