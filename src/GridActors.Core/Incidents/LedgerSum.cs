namespace GridActors.Core.Incidents;

/// <summary>How much of a clock's running time one holder had.</summary>
public sealed record LedgerSum(Actor Holder, LedgerClock Clock, TimeSpan Elapsed);
