namespace GridActors.Storage.Webhooks;

/// <summary>What is not delivered, of all subscriptions.</summary>
/// <param name="OldestWaitingSince">Of those that are not paused; null where nothing waits.</param>
public sealed record WebhookBacklog(int Waiting, int Dead, DateTimeOffset? OldestWaitingSince);
