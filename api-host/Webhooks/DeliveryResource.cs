using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Core.Webhooks;
using GridActors.Storage.Webhooks;

namespace GridActors.ApiHost.Webhooks;

/// <summary>An event on its way to a subscription.</summary>
/// <param name="EventId">What its receiver knows it by: <c>webhook-id</c>.</param>
/// <param name="Type">The type of the event: <c>gridactors.reported</c>.</param>
/// <param name="Attempts">How many were begun since it was queued or replayed.</param>
/// <param name="NextAttemptAt">Null unless it waits.</param>
/// <param name="EndedAt">When it was delivered or given up; null while it waits.</param>
/// <param name="Failure">Why the last attempt failed; null where none did.</param>
public sealed record DeliveryResource(
    DeliveryId Id,
    string EventId,
    string Type,
    IncidentId IncidentId,
    DeliveryState State,
    DateTimeOffset QueuedAt,
    int Attempts,
    DateTimeOffset? FirstAttemptAt,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset? EndedAt,
    string? Failure)
{
    public static DeliveryResource Of(WebhookDelivery delivery) => new(
        delivery.Id,
        CloudEvent.IdOf(delivery.Incident, delivery.Version),
        CloudEvent.TypeOf(delivery.Kind),
        delivery.Incident,
        delivery.State,
        delivery.QueuedAt,
        delivery.Attempts,
        delivery.FirstAttemptAt,
        delivery.NextAttemptAt,
        delivery.EndedAt,
        delivery.State == DeliveryState.Delivered ? null : delivery.Failure);
}

/// <summary>Deliveries of a subscription, newest first.</summary>
/// <param name="NextCursor">Leads to the next page; null on the last.</param>
public sealed record DeliveryPage(ImmutableArray<DeliveryResource> Items, string? NextCursor);

/// <summary>Dead letters that wait again.</summary>
/// <param name="Replayed">How many.</param>
public sealed record ReplayResource(int Replayed);
