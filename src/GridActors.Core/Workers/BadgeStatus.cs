namespace GridActors.Core.Workers;

/// <summary>Whether a badge is valid, and why it is not.</summary>
public enum BadgeStatus
{
    Valid,
    Expired,
    Revoked,

    /// <summary>The worker has a newer badge.</summary>
    Replaced,

    /// <summary>The worker has no duty any more.</summary>
    NoDuty,
}
