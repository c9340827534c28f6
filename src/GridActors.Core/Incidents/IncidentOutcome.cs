namespace GridActors.Core.Incidents;

/// <summary>How an incident ended.</summary>
public enum IncidentOutcome
{
    Resolved,
    Unfounded,
    Void,

    /// <summary>Another report of an incident that is known.</summary>
    Duplicate,
}
