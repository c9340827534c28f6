namespace GridActors.Hosting.Record;

/// <summary>Configuration section <c>Record</c>. Only silos read it.</summary>
public sealed class RecordOptions
{
    public const string Section = "Record";

    /// <summary>The file with the private key that signs checkpoints: PEM, on P-256, not encrypted. All silos of a cluster have the same.</summary>
    /// <value>Default: on an embedded store a file in its data directory, which is made where it is missing; in a cluster none, and nothing is signed.</value>
    public string? KeyFile { get; set; }

    /// <summary>How often what is new is signed.</summary>
    /// <value>Seconds, 1 to 3600. Default 60.</value>
    public int IntervalSeconds { get; set; } = 60;
}
