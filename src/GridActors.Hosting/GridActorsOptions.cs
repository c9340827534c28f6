using GridActors.Storage.Sqlite;

namespace GridActors.Hosting;

/// <summary>Configuration section <c>GridActors</c>.</summary>
public sealed class GridActorsOptions
{
    public const string Section = "GridActors";

    /// <summary>Where the embedded store keeps its file; relative to the working directory.</summary>
    /// <value>Default <c>data</c>.</value>
    public string DataDirectory { get; set; } = "data";

    /// <summary>Whether the demo region is imported into a store that has no prefecture yet.</summary>
    /// <value>Default true.</value>
    public bool DemoRegion { get; set; } = true;

    /// <summary>Where the silo of this process listens for other silos, on the loopback address.</summary>
    /// <value>0 (default) for any free port.</value>
    public int SiloPort { get; set; }

    /// <summary>Where the silo of this process listens for Orleans clients, on the loopback address.</summary>
    /// <value>0 (default) for any free port.</value>
    public int GatewayPort { get; set; }

    /// <summary>How often reference data that another process may have changed is looked for.</summary>
    /// <value>Default 2 seconds, on the machine's clock.</value>
    public TimeSpan RegionRefreshInterval { get; set; } = TimeSpan.FromSeconds(2);

    public string DatabasePath => Path.Combine(DataDirectory, SqliteStorageOptions.FileName);
}
