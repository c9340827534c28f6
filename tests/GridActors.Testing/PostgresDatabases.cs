using System.Globalization;
using GridActors.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace GridActors.Testing;

/// <summary>Copies of one migrated database: a copy takes a fraction of the time that the migrations take.</summary>
/// <param name="server">Connection string to a database that is there anyway, as a user who may create others.</param>
public sealed class PostgresDatabases(string server)
{
    private readonly string _template = $"gridactors_{Guid.CreateVersion7():N}";
    private readonly Lock _gate = new();
    private bool _isMigrated;
    private int _last;

    public string Create()
    {
        lock (_gate)
        {
            if (!_isMigrated)
            {
                Execute($"CREATE DATABASE {_template}");
                using var database = new PostgresDatabase(new PostgresStorageOptions { ConnectionString = To(_template) }, NullLoggerFactory.Instance);
                database.Migrate();
                _isMigrated = true;
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"{_template}_{++_last}");
            Execute($"CREATE DATABASE {name} TEMPLATE {_template}");
            return To(name);
        }
    }

    public string CreateEmpty()
    {
        lock (_gate)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{_template}_{++_last}");
            Execute($"CREATE DATABASE {name} TEMPLATE template0");
            return To(name);
        }
    }

    /// <summary>Drops what <see cref="Create"/> made, whoever is still connected.</summary>
    public static void Drop(string database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database);
        var name = settings.Database;
        settings.Database = "postgres";
        Execute(settings.ConnectionString, $"DROP DATABASE {name} WITH (FORCE)");
    }

    private string To(string database) => new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;

    private void Execute(string sql) => Execute(server, sql);

    private static void Execute(string database, string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        command.ExecuteNonQuery();
    }
}
