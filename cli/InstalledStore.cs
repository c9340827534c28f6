using System.CommandLine;
using GridActors.Storage.Postgres;
using GridActors.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Cli;

/// <summary>The store of an installation, opened beside hosts that go on working with it.</summary>
internal static class InstalledStore
{
    /// <summary>One installation is named, not two.</summary>
    public static void RefuseBoth(this Command command, Option data, Option connection) => command.Validators.Add(result =>
    {
        if (result.GetResult(data) is not null && result.GetResult(connection) is not null)
        {
            result.AddError("Name either --data or --connection.");
        }
    });

    /// <param name="directory">Of an embedded store; null for the database of a cluster.</param>
    /// <param name="connection">Of that database.</param>
    /// <exception cref="UsageException">There is no store in the directory, or the connection string cannot be read.</exception>
    public static ServiceProvider Open(string? directory, string? connection)
    {
        var services = new ServiceCollection().AddLogging();
        if (directory is null)
        {
            try
            {
                PostgresDatabase.EnsureReadable(connection!);
            }
            catch (ArgumentException unreadable)
            {
                throw new UsageException($"The connection string cannot be read: {unreadable.Message}", unreadable);
            }

            return services.AddPostgresStorage(new PostgresStorageOptions { ConnectionString = connection! }).BuildServiceProvider();
        }

        var path = Path.Combine(directory, SqliteStorageOptions.FileName);
        return File.Exists(path)
            ? services.AddSqliteStorage(new SqliteStorageOptions { DatabasePath = path }).BuildServiceProvider()
            : throw new UsageException($"There is no database in {directory}.");
    }
}
