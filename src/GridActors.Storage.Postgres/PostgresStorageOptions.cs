namespace GridActors.Storage.Postgres;

/// <summary>Where the cluster's database is and how the journal writes to it.</summary>
public sealed record PostgresStorageOptions
{
    /// <summary>As Npgsql reads it. Every process needs room for <see cref="Writers"/> connections beside the <see cref="MaxPoolSize"/> that Orleans and the readers share.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The most connections of the pool, where the connection string names no <c>Maximum Pool Size</c>.</summary>
    /// <value>1 and up. Default 20: four processes fit into a server that was installed as it comes, with its 100.</value>
    public int MaxPoolSize { get; init; } = 20;

    /// <summary>How many appends may wait for the writers before the next one is refused.</summary>
    /// <value>1 and up. Default 4096.</value>
    public int QueueCapacity { get; init; } = 4096;

    /// <summary>How many batches are on their way to the database at once, each on a connection of its own.</summary>
    /// <value>1 to 64. Default 2: one waits for the disk while the other one is prepared.</value>
    public int Writers { get; init; } = 2;

    /// <summary>The most appends that one statement writes.</summary>
    /// <value>1 to 10,000. Default 512.</value>
    public int MaxBatch { get; init; } = 512;

    /// <summary>How long a batch may take before its outcome counts as unknown and its connection as lost.</summary>
    /// <value>Whole seconds, 1 second and up. Default 15 seconds.</value>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long opening a connection may take before the database counts as unreachable.</summary>
    /// <value>Whole seconds, 1 second and up. Default 5 seconds.</value>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause between two attempts to reach a database that failed; the first one is a twentieth of it.</summary>
    /// <value>On the machine's clock. Default 1 second.</value>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(1);
}
