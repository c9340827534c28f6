using GridActors.Core.Incidents;
using GridActors.Core.Webhooks;

namespace GridActors.Storage.Webhooks;

/// <summary>A delivery taken for one attempt, with all that it needs.</summary>
/// <param name="PreviousSecret">Null unless it is used as well now.</param>
/// <param name="Attempt">This one; the first is 1.</param>
public sealed record LeasedDelivery(
    DeliveryId Id,
    WebhookId Subscription,
    string Url,
    SealedSecret Secret,
    SealedSecret? PreviousSecret,
    IncidentId Incident,
    int Version,
    string Kind,
    ReadOnlyMemory<byte> Body,
    int Attempt,
    DateTimeOffset FirstAttemptAt);
