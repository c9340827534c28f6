namespace GridActors.Core.Incidents;

/// <summary>The rule behind one routing decision (DOMAIN 6).</summary>
public enum RoutingRule
{
    /// <summary>Reported to the item's start tier.</summary>
    StartTier,

    /// <summary>On a boundary of grids: held above them, offered to each.</summary>
    PlaceOnBoundary,

    /// <summary>No grid contains the place: the county centre's unmatched queue.</summary>
    PlaceUnmatched,

    /// <summary>The accept limit ran out: the next staffed tier up.</summary>
    AcceptLimitExpired,

    /// <summary>The accept limit ran out with no staffed tier above: it stays, and is reminded.</summary>
    NoTierAbove,

    /// <summary>The holder handed it up.</summary>
    HandedUp,

    /// <summary>A centre sent it down.</summary>
    SentDown,

    /// <summary>The handle limit ran out: the tier above the holder watches.</summary>
    HandleLimitExpired,

    /// <summary>Another half of the handle limit ran out: the next tier up watches.</summary>
    StillOverdue,

    /// <summary>A dispute, hazard or emergency found by a head or full-time worker: the township handles it, the village is told (Art. 26).</summary>
    WorkerFinding,

    /// <summary>An emergency: every tier is told at once, and whoever accepts first holds it.</summary>
    Emergency,

    /// <summary>A complaint or an appeal: above whom it is about.</summary>
    Oversight,

    /// <summary>Dispatched to departments; the post goes on holding it.</summary>
    Dispatched,

    /// <summary>Returned as often as it may be: the next centre up decides.</summary>
    ReturnedTwice,

    /// <summary>Its grid was split, merged, redrawn or ended: the post of the same tier at its new place.</summary>
    GridChanged,
}
