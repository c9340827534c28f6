namespace GridActors.Core.Incidents;

/// <summary>Why the rules refuse a command: a state of the world, not a fault. The caller gets it as a code.</summary>
public enum IncidentRefusal
{
    UnknownIncident,
    UnknownItem,

    /// <summary>The idempotency key was used for another report, or for another command to this incident.</summary>
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
    TextRequired,

    /// <summary>Only an emergency skips tiers.</summary>
    SkipsTiers,

    /// <summary>Every clock of it stands still; a centre can resume it.</summary>
    Suspended,

    /// <summary>The clock of an emergency never stops and never gets longer (Art. 26).</summary>
    Emergency,

    /// <summary>Only a centre at or above the holder decides, and never the one that asked.</summary>
    NotDecider,
    NothingAsked,
    AlreadyAsked,

    /// <summary>What could be asked for before the deadline cannot be asked for, or granted, after it.</summary>
    AlreadyOverdue,

    /// <summary>Extended as often as it can be.</summary>
    ExtendedTwice,

    /// <summary>Suspended once already.</summary>
    SuspendedOnce,

    /// <summary>Not after now, or more than a year away.</summary>
    UntilOutOfRange,
    NotSuspended,

    /// <summary>Only a tier above the holder does this.</summary>
    NotAboveHolder,

    /// <summary>There is no such department on this incident's chain.</summary>
    UnknownDepartment,

    /// <summary>The department has no task here, or has answered it.</summary>
    NoOpenTask,

    /// <summary>A department named twice in one dispatch.</summary>
    DepartmentTwice,

    /// <summary>Returned as often as it may be: the decision of the centre binds.</summary>
    DecisionBinds,

    /// <summary>Not the tracking code of this incident.</summary>
    NotRequester,
    NotClosed,
    AlreadyRated,
    ScoreOutOfRange,

    /// <summary>The reopen window has passed.</summary>
    ReopenWindowPassed,

    /// <summary>Void or a duplicate: there is nothing to open again.</summary>
    NotReopenable,

    /// <summary>An incident cannot be merged into itself.</summary>
    SameIncident,

    /// <summary>Other reporters wait for it: merge the other way round.</summary>
    HasReporters,
    NotMerged,

    /// <summary>An appeal or a complaint needs an item of oversight, and only they say whom they are about.</summary>
    NotOversight,

    /// <summary>Only a licensed authority may do what is asked for (Art. 15); the catalogue says which.</summary>
    ReservedToAuthority,

    /// <summary>It does not concern the caller, who is told that there is no such incident.</summary>
    OutsideJurisdiction,

    /// <summary>The caller may read it, and not do this to it.</summary>
    NotPermitted,

    /// <summary>The caller may not speak for whoever is named as acting.</summary>
    NotSpeaker,

    /// <summary>A contact is shown for a purpose, which goes on the record.</summary>
    PurposeRequired,
}
