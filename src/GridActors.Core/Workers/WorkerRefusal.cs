namespace GridActors.Core.Workers;

/// <summary>Why a change of a worker is refused. The caller gets it as a code.</summary>
public enum WorkerRefusal
{
    UnknownWorker,
    UnknownGrid,

    /// <summary>Nobody is appointed in a grid that has ended.</summary>
    GridEnded,

    /// <summary>Another worker is head of the grid at that time (Art. 10).</summary>
    SecondHead,

    /// <summary>Appointed before a centre has verified that the worker may be one (Art. 11).</summary>
    EligibilityNotVerified,

    /// <summary>Head before a centre has verified that the worker does not lead the village committee (Art. 10).</summary>
    CommitteeLeaderNotRuledOut,

    /// <summary>Only a township, county or prefecture verifies.</summary>
    VerifierNotACentre,

    /// <summary>The role <c>duty</c> is an officer's on the roster of a centre.</summary>
    RoleContradictsPost,

    /// <summary>The worker has no duty in that grid.</summary>
    NotInGrid,

    /// <summary>The worker has a duty of their own in the grid that they should cover.</summary>
    AlreadyInGrid,

    /// <summary>The worker has no duty in any grid now.</summary>
    NoDuty,

    /// <summary>In the past, the wrong way round, or too long.</summary>
    PeriodOutOfRange,

    /// <summary>Whoever takes over is on duty in the grid.</summary>
    NotOnDuty,

    /// <summary>Nobody hands over to themselves.</summary>
    SameWorker,

    /// <summary>None was issued to the worker.</summary>
    NoBadge,
    ReasonRequired,
}
