using GridActors.Storage.Sqlite;

namespace GridActors.Hosting;

/// <summary>Configuration section <c>GridActors</c>. Whether the store is embedded or a cluster's is said by <c>ConnectionStrings:GridActors</c>.</summary>
public sealed class GridActorsOptions
{
    public const string Section = "GridActors";

    /// <summary>The name below <c>ConnectionStrings</c> of the cluster's PostgreSQL database. Without it the store is embedded.</summary>
    public const string ConnectionStringName = "GridActors";

    /// <summary>Where the embedded store keeps its file; relative to the working directory.</summary>
    /// <value>Default <c>data</c>.</value>
    public string DataDirectory { get; set; } = "data";

    /// <summary>Whether the demo region is imported into a store that has no prefecture yet.</summary>
    /// <value>Default: only into an embedded store.</value>
    public bool? DemoRegion { get; set; }

    /// <summary>Whether api-host runs a silo in its own process; otherwise it is a client of the cluster's silos.</summary>
    /// <value>Default: only on an embedded store, which has no others.</value>
    public bool? Silo { get; set; }

    /// <summary>The silos that find each other; every process of an installation has the same.</summary>
    /// <value>Default <c>gridactors</c>.</value>
    public string ClusterId { get; set; } = "gridactors";

    /// <summary>Whose state is in the store. Another name finds none of it, so it never changes.</summary>
    /// <value>Default <c>gridactors</c>.</value>
    public string ServiceId { get; set; } = "gridactors";

    /// <summary>The address at which this process' silo listens, and which others reach it by: on Kubernetes the pod's.</summary>
    /// <value>An IP address. Default 127.0.0.1, which only processes on this machine reach.</value>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Where the silo of this process listens for other silos.</summary>
    /// <value>0 (default) for any free port.</value>
    public int SiloPort { get; set; }

    /// <summary>Where the silo of this process listens for api-hosts.</summary>
    /// <value>0 (default) for any free port.</value>
    public int GatewayPort { get; set; }

    /// <summary>Whether a cluster's database is migrated by whoever starts first; otherwise a host refuses to start on an old one, and <c>gridactors migrate</c> is run before. An embedded store always is.</summary>
    /// <value>Default false.</value>
    public bool MigrateOnStart { get; set; }

    /// <summary>
    /// Whether Orleans' dashboard is served, on every process alike; to whom, <c>Auth:OpenOperations</c> says. It counts every actor in
    /// memory each second, which takes a tenth of a busy silo.
    /// </summary>
    /// <value>Default: only on an embedded store.</value>
    public bool? Dashboard { get; set; }

    /// <summary>How long a process of a cluster goes on working after it was told to stop and says that it is not ready, so that nobody is sent to it any more once it stops.</summary>
    /// <value>Default 5 seconds, on the machine's clock. 0 on an embedded store, which nobody balances.</value>
    public TimeSpan DrainDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often reference data that another process may have changed is looked for.</summary>
    /// <value>Default 2 seconds, on the machine's clock.</value>
    public TimeSpan RegionRefreshInterval { get; set; } = TimeSpan.FromSeconds(2);

    public string DatabasePath => Path.Combine(DataDirectory, SqliteStorageOptions.FileName);
}
