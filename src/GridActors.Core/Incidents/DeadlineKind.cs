namespace GridActors.Core.Incidents;

/// <summary>What happens to an incident at its next deadline. Stored by name.</summary>
public enum DeadlineKind
{
    /// <summary>The accept limit runs out: it climbs, or is reminded at the top.</summary>
    Accept,

    /// <summary>80 % of the handle limit: the handler is reminded.</summary>
    HandleReminder,

    /// <summary>The handle limit runs out: overdue.</summary>
    Handle,

    /// <summary>Each further half of the handle limit: the next tier up watches; at the top, a reminder at an interval.</summary>
    Supervision,

    /// <summary>The limit of a department at work on it runs out.</summary>
    Task,

    /// <summary>A suspension ends.</summary>
    Resume,
}
