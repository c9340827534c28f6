using GridActors.Core.Divisions;
using GridActors.Grains.Access;
using GridActors.Grains.Divisions;
using GridActors.Grains.Escalations;
using GridActors.Grains.Grids;
using GridActors.Grains.Measures;
using GridActors.Grains.Tests.Access;
using GridActors.Grains.Webhooks;
using GridActors.Hosting.Storage;
using GridActors.Storage.Contacts;
using GridActors.Storage.Escalations;
using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;
using GridActors.Storage.Sqlite;
using GridActors.Storage.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;
using Xunit.Sdk;
using Xunit.v3;

// One clock for all tests: they move it in turn.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(GridActors.Grains.Tests.GridActorsCluster))]

namespace GridActors.Grains.Tests;

/// <summary>
/// Two silos over one real journal file, on a clock that tests move. The region is the one of <see cref="TestRegion"/>.
/// Tests share it, so each uses incidents of its own; the clock only goes forward.
/// </summary>
public sealed class GridActorsCluster : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("gridactors-grains-").FullName;
    private InProcessTestCluster? _cluster;

    /// <summary>Thursday 2025-01-02, 11:00 in the region.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 1, 2, 3, 0, 0, TimeSpan.Zero));

    public JournalWatch Watch { get; } = new();

    public CallTickets Tickets { get; } = CallTickets.WithFreshKey();

    public IGrainFactory Grains => Cluster.Client;

    public IIncidentJournal Journal => Services.GetRequiredService<IIncidentJournal>();

    public IIncidentList Incidents => Services.GetRequiredService<IIncidentList>();

    public IDeadlineQueue Deadlines => Services.GetRequiredService<IDeadlineQueue>();

    public EscalationAuditor Auditor => Services.GetRequiredService<EscalationAuditor>();

    public IRegionDirectory Region => Services.GetRequiredService<IRegionDirectory>();

    public GridChangeRunner GridChanges => Services.GetRequiredService<GridChangeRunner>();

    public IMeasureStore Measures => Services.GetRequiredService<IMeasureStore>();

    public IContactStore Contacts => Services.GetRequiredService<IContactStore>();

    /// <summary>One a silo.</summary>
    public IEnumerable<MeasureFollower> Followers => Cluster.Silos.Select(s => s.ServiceProvider.GetRequiredService<MeasureFollower>());

    public IWebhookSubscriptions Webhooks => Services.GetRequiredService<IWebhookSubscriptions>();

    public IWebhookDeliveries Deliveries => Services.GetRequiredService<IWebhookDeliveries>();

    /// <summary>One a silo.</summary>
    public IEnumerable<WebhookFollower> WebhookFollowers => Cluster.Silos.Select(s => s.ServiceProvider.GetRequiredService<WebhookFollower>());

    private InProcessTestCluster Cluster => _cluster ?? throw new InvalidOperationException("The cluster has not started.");

    private IServiceProvider Services => Cluster.Silos[0].ServiceProvider;

    public async ValueTask InitializeAsync()
    {
        var options = new SqliteStorageOptions { DatabasePath = Path.Combine(_directory, SqliteStorageOptions.FileName) };
        using (var database = new SqliteDatabase(options, NullLogger<SqliteDatabase>.Instance))
        {
            database.Migrate();
        }

        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddEmbeddedDatabase(options);
            Watch.Observe(silo.Services);
            silo.Services.AddSingleton<TimeProvider>(Clock);
            silo.Services.AddSingleton(Tickets);
            silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
            silo.AddReferenceStorage().AddGridActorsGrains();
        });
        builder.ConfigureClient(client =>
        {
            client.Services.AddSingleton(Tickets);
            client.AddOutgoingGrainCallFilter<TestTickets>();
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
        await TestRegion.FileAsync(Grains, TestContext.Current.CancellationToken);
        foreach (var silo in _cluster.Silos)
        {
            await silo.ServiceProvider.GetRequiredService<IRegionDirectory>().RefreshAsync(TestContext.Current.CancellationToken);
        }
    }

    public async Task<RegionSnapshot> SnapshotAsync() => await Region.AtLeastAsync(0, TestContext.Current.CancellationToken);

    /// <summary>Answers from what is stored: every idle actor is deactivated first.</summary>
    public async Task<T> ReadAgainAsync<T>(Func<IGrainFactory, Task<T>> read)
    {
        await Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
        return await read(Grains);
    }

    /// <summary>Forward to the next time that the region's clocks show this.</summary>
    public void AdvanceToLocal(TimeOnly time)
    {
        var local = Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        var wait = time - TimeOnly.FromDateTime(local.DateTime);
        Clock.Advance(wait);
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        Directory.Delete(_directory, recursive: true);
    }
}
