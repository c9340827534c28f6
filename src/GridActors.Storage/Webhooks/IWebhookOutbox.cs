using System.Collections.Immutable;
using GridActors.Core.Webhooks;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Webhooks;

/// <summary>How far the journal has been turned into deliveries. Position and deliveries are written together: no event is lost and none is queued twice.</summary>
public interface IWebhookOutbox
{
    /// <summary>All subscriptions, paused ones too. Where there is none, nobody needs to follow the journal.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<ImmutableArray<WebhookSubscription>> ListSubscriptionsAsync(CancellationToken ct);

    /// <summary>The last event dealt with. The first subscription moves it to the end of the journal.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<FeedPosition> ReadPositionAsync(CancellationToken ct);

    /// <summary>Queues deliveries and moves the position. Those of a subscription that is gone are left out. Durable once it returns true.</summary>
    /// <returns>False where the position is no longer the batch's first: somebody else queued, and nothing was written.</returns>
    /// <exception cref="JournalUnavailableException">The store failed; whether it was written says the position.</exception>
    Task<bool> WriteAsync(WebhookBatch batch, CancellationToken ct);
}
