namespace GridActors.Storage.Sqlite;

/// <summary>When SQLite waits for the disk. The numbers are those of its <c>synchronous</c> setting.</summary>
public enum SqliteSynchronous
{
    /// <summary>Never: for simulations and throw-away data. A power cut can destroy the file.</summary>
    Off = 0,

    /// <summary>At checkpoints. The file stays sound, but a power cut takes back the latest commits.</summary>
    Normal = 1,

    /// <summary>At every commit: what was acknowledged survives a power cut.</summary>
    Full = 2,
}
