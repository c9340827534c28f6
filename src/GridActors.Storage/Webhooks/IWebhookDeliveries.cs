using System.Collections.Immutable;
using GridActors.Core.Webhooks;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Webhooks;

/// <summary>Deliveries: what waits, what was taken, what was given up. Instants are whole milliseconds.</summary>
public interface IWebhookDeliveries
{
    /// <summary>
    /// Takes deliveries that are due, each for one attempt, so that nobody else makes it: where the outcome is not settled until
    /// the lease ends, they are due again. Of a subscription that fails one at a time is taken; of a paused one none.
    /// </summary>
    /// <param name="until">When the lease ends.</param>
    /// <param name="except">Subscriptions of which nothing is taken.</param>
    /// <param name="share">The most of one subscription.</param>
    /// <param name="limit">The most of all.</param>
    /// <exception cref="JournalUnavailableException">The store failed; what was taken is due again when the lease ends.</exception>
    Task<ImmutableArray<LeasedDelivery>> LeaseAsync(DateTimeOffset now, DateTimeOffset until, ImmutableArray<WebhookId> except, int share, int limit, CancellationToken ct);

    /// <summary>Writes what became of an attempt. Does nothing where another attempt was begun meanwhile, or the delivery is gone.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task SettleAsync(AttemptResult result, CancellationToken ct);

    /// <summary>Newest first.</summary>
    /// <param name="state">Null for every state.</param>
    /// <param name="after">The last of the page before; null for the first page.</param>
    /// <param name="limit">1 to 500.</param>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<ImmutableArray<WebhookDelivery>> ListAsync(WebhookId subscription, DeliveryState? state, DeliveryId? after, int limit, CancellationToken ct);

    /// <summary>Has a delivery wait for a first attempt again, at once, with a day of its own. One that waits is left as it is.</summary>
    /// <returns>As it is now; null where the subscription has no such delivery.</returns>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<WebhookDelivery?> ReplayAsync(WebhookId subscription, DeliveryId id, DateTimeOffset now, CancellationToken ct);

    /// <summary>The same for dead letters, oldest first.</summary>
    /// <param name="limit">The most of one call.</param>
    /// <returns>How many; less than the limit where none is left.</returns>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<int> ReplayDeadAsync(WebhookId subscription, DateTimeOffset now, int limit, CancellationToken ct);

    /// <summary>Counts up to a limit each.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<WebhookBacklog> CountAsync(int limit, CancellationToken ct);

    /// <summary>Forgets what ended long ago, and gives up what has waited long in a subscription that is paused or fails: it must not grow for ever.</summary>
    /// <param name="limit">The most of one call and kind.</param>
    /// <returns>How many were forgotten or given up; 0 where there is nothing left to do.</returns>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<int> TidyAsync(WebhookTidying tidying, int limit, CancellationToken ct);
}
