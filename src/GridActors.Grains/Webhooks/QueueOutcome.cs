namespace GridActors.Grains.Webhooks;

/// <summary>What one round of <see cref="WebhookFollower"/> came to.</summary>
public enum QueueOutcome
{
    /// <summary>Every event was turned into deliveries, or nobody is to be told of any.</summary>
    CaughtUp,

    /// <summary>Some events were; there may be more.</summary>
    Queued,

    /// <summary>Another process dealt with the same ones first.</summary>
    Overtaken,
}
