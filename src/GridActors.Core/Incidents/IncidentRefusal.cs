namespace GridActors.Core.Incidents;

/// <summary>Why the rules refuse a command: a state of the world, not a fault. The caller gets it as a code.</summary>
public enum IncidentRefusal
{
    UnknownIncident,
    UnknownItem,

    /// <summary>The idempotency key was used for another report.</summary>
    IdempotencyKeyReused,

    /// <summary>The version that the caller saw is no longer the current one.</summary>
    StaleVersion,
    AlreadyAccepted,
    AlreadyClosed,
    NotAccepted,
    NotHandled,
    AlreadyHandled,

    /// <summary>Only the post that holds it may do this.</summary>
    NotHolder,

    /// <summary>Another worker was assigned.</summary>
    NotHandler,

    /// <summary>Only a centre sends an incident down.</summary>
    NotACentre,
    NoTierAbove,

    /// <summary>The tier named is not below the holder, or not on this incident's chain.</summary>
    NotBelowHolder,

    /// <summary>Whoever handled it cannot check it.</summary>
    CheckedByHandler,
    ReasonRequired,
    ResultRequired,

    /// <summary>Only a licensed authority may do what is asked for (Art. 15); the catalogue says which.</summary>
    ReservedToAuthority,
}
