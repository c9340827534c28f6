using GridActors.Core.Incidents;
using GridActors.Core.Webhooks;

namespace GridActors.Storage.Webhooks;

/// <summary>An event on its way to a subscription, without what is sent.</summary>
/// <param name="Attempts">How many were begun since it was queued or replayed.</param>
/// <param name="NextAttemptAt">Null unless it waits.</param>
/// <param name="EndedAt">When it was delivered or given up; null while it waits.</param>
/// <param name="Failure">Why the last attempt failed; null where none did.</param>
public sealed record WebhookDelivery(
    DeliveryId Id,
    IncidentId Incident,
    int Version,
    string Kind,
    DeliveryState State,
    DateTimeOffset QueuedAt,
    int Attempts,
    DateTimeOffset? FirstAttemptAt,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset? EndedAt,
    string? Failure);
