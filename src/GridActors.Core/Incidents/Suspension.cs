namespace GridActors.Core.Incidents;

/// <summary>The one suspension of an incident: asked for, running, or over.</summary>
/// <param name="From">The phase that it goes on in.</param>
[GenerateSerializer, Immutable, Alias("suspension")]
public sealed record Suspension(
    [property: Id(0)] SuspensionStatus Status,
    [property: Id(1)] Actor AskedBy,
    [property: Id(2)] string Reason,
    [property: Id(3)] DateTimeOffset Until,
    [property: Id(4)] IncidentPhase From)
{
    /// <summary>The longest that clocks may stand still (DOMAIN 5): a year.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(365);

    /// <summary>As it is once nobody waits for its decision any more: withdrawn if it was not decided.</summary>
    public static Suspension? Withdrawn(Suspension? suspension) => suspension is { Status: SuspensionStatus.Asked } ? null : suspension;

    /// <summary>As it is once the incident ended: withdrawn if it was not decided, over if it ran.</summary>
    public static Suspension? Ended(Suspension? suspension) =>
        suspension is { Status: SuspensionStatus.Running } ? suspension with { Status = SuspensionStatus.Over } : Withdrawn(suspension);
}

/// <summary>Stored by name.</summary>
public enum SuspensionStatus
{
    Asked,
    Running,
    Over,
}
