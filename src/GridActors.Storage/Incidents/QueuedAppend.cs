using System.Diagnostics;

namespace GridActors.Storage.Incidents;

/// <summary>What is watched of an append on its way through a journal's queue. Each store's own has the rest.</summary>
public abstract class QueuedAppend
{
    /// <summary>Set before the caller is told.</summary>
    public AppendOutcome Outcome { get; protected set; }

    /// <summary>How many were committed together with it; 0 before that.</summary>
    internal int BatchSize { get; set; }

    /// <summary>The caller's; null where nobody traces it.</summary>
    internal Activity? Span { get; set; }

    internal void RejectAsFull() => Outcome = AppendOutcome.Full;
}
