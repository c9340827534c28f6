using GridActors.Storage.Sqlite;

namespace GridActors.Hosting.Storage;

/// <summary>
/// Brings the embedded store up to date before anything else starts. The process holds the lock of the data directory, so
/// whoever is still listed as a member of the cluster was killed: the list is emptied, or the silo would wait for the dead.
/// </summary>
internal sealed class EmbeddedStorageStartup(SqliteDatabase database) : HostStep
{
    public override Task StartingAsync(CancellationToken cancellationToken)
    {
        database.Migrate();
        database.ForgetMembership();
        return Task.CompletedTask;
    }
}
