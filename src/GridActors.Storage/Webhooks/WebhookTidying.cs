namespace GridActors.Storage.Webhooks;

/// <summary>What is old.</summary>
/// <param name="Now">When what is given up ended.</param>
/// <param name="DeliveredBefore">Deliveries taken before it are forgotten.</param>
/// <param name="DeadBefore">Dead letters from before it are forgotten.</param>
/// <param name="HeldBefore">What has waited since before it is given up where the subscription is paused, or has failed since before it.</param>
public sealed record WebhookTidying(DateTimeOffset Now, DateTimeOffset DeliveredBefore, DateTimeOffset DeadBefore, DateTimeOffset HeldBefore);
