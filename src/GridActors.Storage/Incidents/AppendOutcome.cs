namespace GridActors.Storage.Incidents;

/// <summary>What became of an append, for whoever watches the journal; callers get an <see cref="AppendResult"/> or an exception.</summary>
public enum AppendOutcome
{
    /// <summary>The store failed; whether it was written is unknown.</summary>
    Failed,
    Appended,
    Conflict,

    /// <summary>The store refused this one alone.</summary>
    Refused,

    /// <summary>Too many were waiting; it was not queued.</summary>
    Full,
}
