using GridActors.Testing;

namespace GridActors.Process.Tests.Clusters;

/// <summary>A PostgreSQL that keeps what it was told, three silos and an api-host, each a process of its own. Every test leaves three silos behind.</summary>
public sealed class Cluster : IAsyncLifetime
{
    private const int Size = 3;

    private readonly List<HostProcess> _silos = [];
    private string _connectionString = "";

    public PostgresServer Server { get; } = new() { IsDurable = true };

    /// <summary>What the silos say, all of them that ever ran.</summary>
    internal ProcessOutput SiloOutput { get; } = new();

    internal IReadOnlyList<HostProcess> Silos => _silos;

    internal HostProcess Api { get; private set; } = null!;

    internal HttpClient Http => Api.Http;

    internal StoredIncidents Stored => new(_connectionString);

    /// <summary>A grid to report in.</summary>
    internal string Grid { get; private set; } = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        _connectionString = Server.CreateEmptyDatabase();
        await Task.WhenAll(Enumerable.Range(0, Size).Select(_ => AddSiloAsync()));
        Api = await HostProcess.StartAsync(HostProcess.Api, Settings(("GridActors__DemoRegion", "true")), Ct);
        Grid = await Http.FindGridAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _silos.Prepend(Api).Where(p => p is not null))
        {
            await process.DisposeAsync();
        }

        await Server.DisposeAsync();
    }

    /// <summary>One silo more, which takes part once this completes.</summary>
    internal async Task AddSiloAsync()
    {
        var silo = await HostProcess.StartAsync(HostProcess.Silo, Settings(), Ct, SiloOutput);
        lock (_silos)
        {
            _silos.Add(silo);
        }
    }

    /// <summary>A silo that has ended, in whatever way, counts no more, and another one takes its place.</summary>
    internal async Task ReplaceAsync(HostProcess ended)
    {
        _silos.Remove(ended);
        await ended.DisposeAsync();
        await AddSiloAsync();
    }

    private Dictionary<string, string> Settings(params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__GridActors"] = _connectionString,
            ["GridActors__MigrateOnStart"] = "true",
            ["Access__TicketKey"] = HostProcess.TicketKey,
            ["GridActors__DrainDelay"] = "00:00:02",
        };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        return settings;
    }
}
