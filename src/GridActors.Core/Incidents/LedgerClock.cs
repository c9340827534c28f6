namespace GridActors.Core.Incidents;

/// <summary>Which clock an interval of the ledger belongs to.</summary>
public enum LedgerClock
{
    Accept,
    Handle,

    /// <summary>A department's own.</summary>
    Task,
}
