using GridActors.Core.Webhooks;

namespace GridActors.Storage.Webhooks;

/// <summary>What became of an attempt.</summary>
/// <param name="Attempt">The one that was leased.</param>
/// <param name="NextAttemptAt">Where the delivery waits on, and only there.</param>
/// <param name="Failure">Null where it was delivered, and only there.</param>
/// <param name="Pause">For the whole subscription; null leaves it as it is.</param>
public sealed record AttemptResult(
    DeliveryId Id,
    WebhookId Subscription,
    int Attempt,
    DeliveryState State,
    DateTimeOffset At,
    DateTimeOffset? NextAttemptAt,
    string? Failure,
    PauseReason? Pause);
