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
}

/// <summary>Stored by name.</summary>
public enum SuspensionStatus
{
    Asked,
    Running,
    Over,
}
