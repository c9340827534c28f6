namespace GridActors.Core.Incidents;

/// <summary>Where an incident stands in its lifecycle (DOMAIN 5). Stored by name.</summary>
public enum IncidentPhase
{
    Reported,
    Accepted,
    Handling,
    Handled,
    Closed,
}
