using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Core.Webhooks;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Webhooks;

/// <summary>A stretch of the journal as deliveries.</summary>
/// <param name="From">The position it was read from.</param>
/// <param name="To">That of its last event.</param>
/// <param name="At">When they are queued, in whole milliseconds.</param>
public sealed record WebhookBatch(FeedPosition From, FeedPosition To, DateTimeOffset At, ImmutableArray<QueuedDelivery> Deliveries);

/// <param name="Version">Of the incident, once the event had happened.</param>
/// <param name="Body">What is sent, the same in each attempt.</param>
public sealed record QueuedDelivery(DeliveryId Id, WebhookId Subscription, IncidentId Incident, int Version, string Kind, ReadOnlyMemory<byte> Body);
