namespace GridActors.Core.Incidents;

/// <summary>Where an incident stands in its lifecycle (DOMAIN 5). Stored by name.</summary>
public enum IncidentPhase
{
    Reported,
    Accepted,

    /// <summary>With a department that has not accepted its task yet.</summary>
    Dispatched,
    Handling,

    /// <summary>Every clock of it stands still until a date.</summary>
    Suspended,
    Handled,
    Closed,
}
