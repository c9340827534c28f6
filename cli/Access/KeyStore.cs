using GridActors.Hosting;
using GridActors.Hosting.Storage;
using GridActors.Storage.Access;
using GridActors.Storage.Postgres;
using GridActors.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Cli.Access;

/// <summary>The store of keys of an installation, opened by this command alone.</summary>
internal sealed class KeyStore : IAsyncDisposable
{
    public const string Variable = $"ConnectionStrings__{GridActorsOptions.ConnectionStringName}";

    private readonly ServiceProvider _services;
    private readonly DataDirectoryLock? _directoryLock;

    private KeyStore(ServiceProvider services, DataDirectoryLock? directoryLock) => (_services, _directoryLock) = (services, directoryLock);

    public IApiKeyStore Keys => _services.GetRequiredService<IApiKeyStore>();

    /// <summary>The database of a cluster where one is named, otherwise the data directory, which nobody may run on meanwhile.</summary>
    /// <exception cref="UsageException">The connection string cannot be read.</exception>
    /// <exception cref="DataDirectoryInUseException">An instance runs on the directory.</exception>
    /// <exception cref="InvalidOperationException">The database was not migrated.</exception>
    public static KeyStore Open(string? connectionString, DirectoryInfo? data)
    {
        var named = connectionString ?? (data is null ? Environment.GetEnvironmentVariable(Variable) : null);
        return string.IsNullOrWhiteSpace(named) ? OpenDirectory(DataDirectory.Of(data)) : OpenDatabase(named);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _directoryLock?.Dispose();
    }

    private static KeyStore OpenDirectory(string directory)
    {
        var directoryLock = DataDirectoryLock.Take(directory);
        var options = new SqliteStorageOptions { DatabasePath = Path.Combine(directory, SqliteStorageOptions.FileName) };
        var services = new ServiceCollection().AddLogging(logging => logging.AddQuietConsole()).AddSqliteStorage(options).BuildServiceProvider();
        services.GetRequiredService<SqliteDatabase>().Migrate();
        return new KeyStore(services, directoryLock);
    }

    private static KeyStore OpenDatabase(string connectionString)
    {
        try
        {
            PostgresDatabase.EnsureReadable(connectionString);
        }
        catch (ArgumentException unreadable)
        {
            throw new UsageException($"The connection string cannot be read: {unreadable.Message}", unreadable);
        }

        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddQuietConsole())
            .AddPostgresStorage(new PostgresStorageOptions { ConnectionString = connectionString })
            .BuildServiceProvider();
        if (services.GetRequiredService<PostgresDatabase>().FindMissingMigrations() is [var first, ..])
        {
            services.Dispose();
            throw new InvalidOperationException($"The database lacks {first}: run 'gridactors migrate' first.");
        }

        return new KeyStore(services, null);
    }
}
