using GridActors.Storage.Postgres;
using Microsoft.Extensions.Options;

namespace GridActors.Hosting.Storage;

/// <summary>Before anything else starts: a cluster's database is migrated where the configuration says so, and otherwise has to be up to date.</summary>
internal sealed class ClusterStorageStartup(PostgresDatabase database, IOptions<GridActorsOptions> options) : HostStep
{
    /// <exception cref="StoreNotReadyException">Migrations are missing, or one failed.</exception>
    public override Task StartingAsync(CancellationToken cancellationToken)
    {
        if (options.Value.MigrateOnStart)
        {
            Migrate();
        }
        else if (database.FindMissingMigrations() is { IsEmpty: false } missing)
        {
            throw new StoreNotReadyException(
                $"The database lacks {missing.Length} migrations, the first is {missing[0]}: run 'gridactors migrate', or set GridActors__MigrateOnStart=true.");
        }

        return Task.CompletedTask;
    }

    private void Migrate()
    {
        try
        {
            database.Migrate();
        }
        catch (InvalidOperationException failure)
        {
            throw new StoreNotReadyException($"{failure.Message} {failure.InnerException?.Message}", failure);
        }
    }
}
