using GridActors.Storage.Sqlite;
using Microsoft.Extensions.Hosting;

namespace GridActors.Hosting.Storage;

/// <summary>
/// Brings the embedded store up to date before anything else starts. The process holds the lock of the data directory, so
/// whoever is still listed as a member of the cluster was killed: the list is emptied, or the silo would wait for the dead.
/// </summary>
internal sealed class EmbeddedStorageStartup(SqliteDatabase database) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        database.Migrate();
        database.ForgetMembership();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
