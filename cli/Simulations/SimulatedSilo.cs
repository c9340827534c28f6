using GridActors.Grains;
using GridActors.Grains.Access;
using GridActors.Hosting;
using GridActors.Hosting.Clock;
using GridActors.Hosting.Imports;
using GridActors.Hosting.Storage;
using GridActors.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GridActors.Cli.Simulations;

/// <summary>
/// The production grains, journal and deadline sweep on a temporary database, under a clock that the simulation moves. Its
/// commits do not wait for the disk: nothing of it outlives the command.
/// </summary>
internal sealed class SimulatedSilo : IAsyncDisposable
{
    private readonly string _directory;
    private readonly IHost _host;

    private SimulatedSilo(string directory, IHost host, SimulationClock clock) => (_directory, _host, Clock) = (directory, host, clock);

    public SimulationClock Clock { get; }

    public IServiceProvider Services => _host.Services;

    /// <param name="prepare">Gets the path of the database before it is opened, and may put one there.</param>
    public static async Task<SimulatedSilo> StartAsync(Action<string> prepare, CancellationToken ct)
    {
        var directory = Directory.CreateTempSubdirectory("gridactors-simulate-").FullName;
        var path = Path.Combine(directory, SqliteStorageOptions.FileName);
        var clock = new SimulationClock();
        try
        {
            prepare(path);
            var silo = new SimulatedSilo(directory, Build(path, clock), clock);
            silo.Services.GetRequiredService<SqliteDatabase>().Migrate();
            await silo._host.StartAsync(ct);
            return silo;
        }
        catch
        {
            Directory.Delete(directory, recursive: true);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }

        Directory.Delete(_directory, recursive: true);
    }

    private static IHost Build(string path, SimulationClock clock)
    {
        // The reference data was copied out of a data directory, where it is stored under this service.
        var options = new GridActorsOptions();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddQuietConsole();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddMachineTimeForOrleans();
        builder.Services.AddSingleton(CallTickets.WithFreshKey());
        builder.Services.AddEmbeddedDatabase(new SqliteStorageOptions { DatabasePath = path, Synchronous = SqliteSynchronous.Off });
        builder.Services.AddReferenceImport();
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(LoopbackPort.Or(0), gatewayPort: 0, primarySiloEndpoint: null, options.ClusterId, options.ServiceId)
            .AddReferenceStorage()
            .AddGridActorsGrains(withClock: false));
        return builder.Build();
    }
}
