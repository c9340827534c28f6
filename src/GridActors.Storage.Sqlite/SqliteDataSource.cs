using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite;

/// <summary>Opens connections that all have the same settings, whoever asks: the journal, or a provider that knows only a <see cref="DbDataSource"/>.</summary>
internal sealed class SqliteDataSource : DbDataSource
{
    private readonly string _settings;

    public SqliteDataSource(SqliteStorageOptions options, bool pooling)
    {
        ConnectionString = new SqliteConnectionStringBuilder
        {
            DataSource = options.DatabasePath,
            Pooling = pooling,
            ForeignKeys = true,
            DefaultTimeout = (int)Math.Ceiling(options.BusyTimeout.TotalSeconds),
        }.ToString();
        _settings = DatabaseSql.Settings(options);
    }

    public override string ConnectionString { get; }

    public SqliteConnection Open() => (SqliteConnection)OpenDbConnection();

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override DbConnection OpenDbConnection()
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();
            Apply(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<DbConnection>(OpenDbConnection());
    }

    private void Apply(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _settings;
        command.ExecuteNonQuery();
    }
}
