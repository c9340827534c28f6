using GridActors.Grains;
using GridActors.Storage.Postgres;
using GridActors.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GridActors.Hosting.Storage;

/// <summary>The two stores: a file that one process owns, or a database that a cluster shares.</summary>
public static class StoreRegistration
{
    /// <summary>Section of <see cref="PostgresStorageOptions"/>, whose connection string comes from <c>ConnectionStrings</c>.</summary>
    private const string JournalSection = $"{GridActorsOptions.Section}:Journal";

    /// <summary>The storage ports and Orleans' database on one SQLite file. Migrates nothing.</summary>
    public static IServiceCollection AddEmbeddedDatabase(this IServiceCollection services, SqliteStorageOptions options) => services
        .AddSqliteStorage(options)
        .AddSingleton(s => new OrleansDatabase(SqliteDatabase.OrleansInvariant, s.GetRequiredService<SqliteDatabase>().DataSource));

    /// <summary>The grain storage of the reference actors.</summary>
    public static ISiloBuilder AddReferenceStorage(this ISiloBuilder silo) =>
        silo.AddAdoNetGrainStorage(ReferenceStorage.Name, storage => storage.Configure<OrleansDatabase>((o, database) =>
        {
            (o.Invariant, o.DataSource) = (database.Invariant, database.DataSource);
            o.GrainStorageSerializer = new ReferenceStateSerializer();
        }));

    /// <summary>Takes the lock of the data directory at once, before anything is read, and gives it back with the host.</summary>
    /// <exception cref="DataDirectoryInUseException">Another process has the data directory.</exception>
    internal static void AddEmbeddedStore(this IHostApplicationBuilder builder, GridActorsOptions options)
    {
        var directoryLock = DataDirectoryLock.Take(options.DataDirectory);
        builder.Services.AddSingleton(_ => directoryLock);
        builder.Services.AddEmbeddedDatabase(new SqliteStorageOptions { DatabasePath = options.DatabasePath });
        builder.Services.AddHostedService<EmbeddedStorageStartup>();
    }

    /// <exception cref="ConfigurationRefusedException">The connection string cannot be read.</exception>
    internal static void AddClusterStore(this IHostApplicationBuilder builder, string connectionString)
    {
        var options = new PostgresStorageOptions { ConnectionString = connectionString };
        builder.Configuration.GetSection(JournalSection).Bind(options);
        try
        {
            PostgresDatabase.EnsureReadable(connectionString);
        }
        catch (ArgumentException unreadable)
        {
            throw new ConfigurationRefusedException($"ConnectionStrings:{GridActorsOptions.ConnectionStringName} cannot be read: {unreadable.Message}", unreadable);
        }

        builder.Services
            .AddPostgresStorage(options)
            .AddSingleton(s => new OrleansDatabase(PostgresDatabase.OrleansInvariant, s.GetRequiredService<PostgresDatabase>().DataSource))
            .AddHostedService<ClusterStorageStartup>();
    }
}
