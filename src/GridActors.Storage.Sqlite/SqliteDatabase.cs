using System.Data.Common;
using DbUp;
using DbUp.Sqlite.Helpers;
using GridActors.Storage.Incidents;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace GridActors.Storage.Sqlite;

/// <summary>
/// One database file in WAL mode: readers never wait, writers wait for one another, also across processes. Everything the
/// product stores is in it, Orleans' own tables included.
/// </summary>
public sealed partial class SqliteDatabase : IDisposable
{
    /// <summary>The name under which Orleans' AdoNet providers load Microsoft.Data.Sqlite; its own name is not one they know.</summary>
    public const string OrleansInvariant = "System.Data.SQLite";

    private readonly SqliteDataSource _pooled;
    private readonly SqliteDataSource _unpooled;
    private readonly ILogger<SqliteDatabase> _logger;

    public SqliteDatabase(SqliteStorageOptions options, ILogger<SqliteDatabase> logger)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BusyTimeout, TimeSpan.FromMilliseconds(1));
        _pooled = new SqliteDataSource(options, pooling: true);
        _unpooled = new SqliteDataSource(options, pooling: false);
        _logger = logger;
    }

    /// <summary>For Orleans' AdoNet providers, together with <see cref="OrleansInvariant"/>.</summary>
    public DbDataSource DataSource => _pooled;

    /// <summary>An open connection of the pool; disposing it gives it back.</summary>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqliteConnection Open() => _pooled.Open();

    /// <summary>
    /// Brings the tables up to date; call it at start, before anything else. All missing migrations go into one transaction
    /// that also holds the write lock, so of two processes the second one waits and finds nothing left to do.
    /// </summary>
    /// <exception cref="InvalidOperationException">A migration failed; none was applied. The inner exception says why.</exception>
    public void Migrate()
    {
        using var connection = _unpooled.Open();
        Execute(connection, DatabaseSql.UseWriteAheadLog);
        Execute(connection, DatabaseSql.BeginWrite);
        var upgrade = DeployChanges.To.SqliteDatabase(new SharedConnection(connection))
            .WithScriptsEmbeddedInAssembly(typeof(SqliteDatabase).Assembly)
            .WithVariablesDisabled()
            .WithoutTransaction()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!upgrade.Successful)
        {
            throw new InvalidOperationException($"The migration {upgrade.ErrorScript?.Name} failed.", upgrade.Error);
        }

        Execute(connection, DatabaseSql.Commit);
        foreach (var script in upgrade.Scripts)
        {
            LogMigrated(_logger, script.Name);
        }
    }

    /// <summary>
    /// Deletes who was in the cluster. Only for a process that knows it is alone with the file: after a crash it need not
    /// wait until its own former self is declared dead.
    /// </summary>
    public void ForgetMembership()
    {
        using var connection = Open();
        Execute(connection, DatabaseSql.ForgetMembership);
    }

    /// <summary>Closes the pool's idle connections, so that the files can be moved or deleted.</summary>
    public void Dispose()
    {
        using (var connection = new SqliteConnection(_pooled.ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _pooled.Dispose();
        _unpooled.Dispose();
    }

    /// <summary>A connection of its own, for a writer that throws it away when it fails.</summary>
    internal SqliteConnection OpenUnpooled() => _unpooled.Open();

    /// <summary>Reads on the caller's thread: SQLite has no asynchronous I/O, and a read is too short to hand over.</summary>
    internal Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(ct);
        }

        try
        {
            using var connection = Open();
            return Task.FromResult(read(connection));
        }
        catch (SqliteException failure)
        {
            return Task.FromException<T>(new JournalUnavailableException("The database could not be read.", failure));
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
