namespace GridActors.Core.Webhooks;

/// <summary>Why a subscription is paused. Stored by name.</summary>
public enum PauseReason
{
    /// <summary>Whoever keeps it said so.</summary>
    Requested,

    /// <summary>The receiver answered with 410 Gone.</summary>
    Gone,
}
