namespace GridActors.Core.Webhooks;

/// <summary>Where a delivery stands. Stored by name.</summary>
public enum DeliveryState
{
    /// <summary>For its first attempt, or for the next one.</summary>
    Waiting,

    /// <summary>The receiver answered with 2xx.</summary>
    Delivered,

    /// <summary>A dead letter: given up, until somebody replays it.</summary>
    Dead,
}
