using System.Globalization;
using System.Security.Cryptography;
using GridActors.Bench.Processes;

namespace GridActors.Bench.Targets;

/// <summary>The product, started as anybody would: its hosts and their configuration, nothing else.</summary>
internal sealed class OurHosts(string root)
{
    private static readonly string _ticketKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>The default of a fresh clone: silo in the API's process, SQLite with synchronous=FULL.</summary>
    public Target Embedded => new("ours-sqlite", "GridActors, embedded (SQLite)", [ApiHost, Cli], async (site, ct) =>
    {
        var key = await CreateKeyAsync(site, postgres: false, ct);
        var address = Address();
        var api = Start("ours-sqlite", ApiHost, new() { ["ASPNETCORE_URLS"] = address.ToString() }, site, postgres: false);
        return await RunningTargets.ReadyAsync(address, [api], [api], ct, key);
    });

    /// <summary>Silo in the API's process, on PostgreSQL.</summary>
    public Target OneProcess => new("ours", "GridActors, one process", [ApiHost, Cli], async (site, ct) =>
    {
        var key = await CreateKeyAsync(site, postgres: true, ct);
        var address = Address();
        var api = Start("ours", ApiHost, new() { ["ASPNETCORE_URLS"] = address.ToString(), ["GridActors__Silo"] = "true" }, site, postgres: true);
        return await RunningTargets.ReadyAsync(address, [api], [api], ct, key);
    });

    /// <summary>api-host as a client of one silo-host.</summary>
    public Target Split => new("ours-split", "GridActors, api-host + silo-host", [ApiHost, SiloHost, Cli], (site, ct) => StartClusterAsync(site, silos: 1, ct));

    /// <summary>api-host as a client of three silos, for the recovery part.</summary>
    public Target ThreeSilos => new("ours-3", "GridActors, api-host + 3 silo-hosts", [ApiHost, SiloHost, Cli], (site, ct) => StartClusterAsync(site, silos: 3, ct));

    private string Cli => Assembly("cli", "gridactors");

    private string ApiHost => Assembly("api-host", "GridActors.ApiHost");

    private string SiloHost => Assembly("silo-host", "GridActors.SiloHost");

    private async Task<RunningTarget> StartClusterAsync(TargetSite site, int silos, CancellationToken ct)
    {
        var key = await CreateKeyAsync(site, postgres: true, ct);
        var processes = new List<ServerProcess>();
        try
        {
            for (var i = 0; i < silos; i++)
            {
                var health = Address();
                processes.Add(Start($"silo-{i}", SiloHost, new()
                {
                    ["ASPNETCORE_URLS"] = health.ToString(),
                    ["GridActors__SiloPort"] = Port(),
                    ["GridActors__GatewayPort"] = Port(),
                }, site, postgres: true));
                await processes[^1].WaitReadyAsync(new Uri(health, "/health/ready"), ct);
            }
        }
        catch
        {
            foreach (var process in processes)
            {
                await process.DisposeAsync();
            }

            throw;
        }

        var address = Address();
        processes.Add(Start("api", ApiHost, new() { ["ASPNETCORE_URLS"] = address.ToString(), ["GridActors__Silo"] = "false" }, site, postgres: true));
        return await RunningTargets.ReadyAsync(address, [.. processes], [.. processes.Take(silos)], ct, key);
    }

    /// <summary>A key as an installation makes its first one, before anything of it runs.</summary>
    private async Task<string> CreateKeyAsync(TargetSite site, bool postgres, CancellationToken ct)
    {
        string[] store = postgres ? ["--connection", site.ConnectionString] : ["--data", DataDirectory(site)];
        if (postgres)
        {
            await Shell.RunAsync("dotnet", [Cli, "migrate", .. store], ct);
        }

        var key = await Shell.RunAsync("dotnet", [Cli, "api-key", "create", "--name", "bench", "--grant", "centre_operator:all", "--days", "1", .. store], ct);
        return $"ApiKey {key.Trim()}";
    }

    private static string DataDirectory(TargetSite site) => Path.Combine(site.Options.WorkDirectory, "data", site.Database);

    private static ServerProcess Start(string name, string assembly, Dictionary<string, string> environment, TargetSite site, bool postgres)
    {
        environment["Serilog__MinimumLevel__Default"] = "Warning";
        environment["DOTNET_ENVIRONMENT"] = "Production";
        environment["GridActors__DemoRegion"] = "true";
        environment["GridActors__DrainDelay"] = "00:00:00";
        // One address reports as a whole prefecture would, and one key decides for all its centres.
        environment["RateLimits__AnonymousPerMinute"] = "0";
        environment["RateLimits__CallerPerMinute"] = "0";
        environment["GridActors__DataDirectory"] = DataDirectory(site);
        if (postgres)
        {
            environment["ConnectionStrings__GridActors"] = site.ConnectionString;
            environment["GridActors__MigrateOnStart"] = "true";
            environment["Access__TicketKey"] = _ticketKey;
        }

        return ServerProcess.Start(name, assembly, environment, site.Options.WorkDirectory);
    }

    private static Uri Address() => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}"));

    private static string Port() => FreePort.Next().ToString(CultureInfo.InvariantCulture);

    private string Assembly(string project, string name) => Path.Combine(root, project, "bin", "Release", "net10.0", name + ".dll");
}
