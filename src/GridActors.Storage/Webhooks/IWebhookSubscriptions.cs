using System.Collections.Immutable;
using GridActors.Core.Webhooks;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Webhooks;

/// <summary>Who is told of events, each with its secret.</summary>
public interface IWebhookSubscriptions
{
    /// <summary>Adds one. It is told of what happens from now on, and may be told of the last seconds before.</summary>
    /// <returns>False where its division has <see cref="WebhookSubscription.MaxOfDivision"/> already.</returns>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<bool> AddAsync(WebhookSubscription subscription, SealedSecret secret, CancellationToken ct);

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<WebhookSubscription?> FindAsync(WebhookId id, CancellationToken ct);

    /// <summary>In order of their ids.</summary>
    /// <param name="scopes">Leading digits of divisions: one of them is enough; an empty one covers all, none covers nothing.</param>
    /// <param name="after">The last of the page before; null for the first page.</param>
    /// <param name="limit">1 to 500.</param>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<ImmutableArray<WebhookSubscription>> ListAsync(ImmutableArray<string> scopes, WebhookId? after, int limit, CancellationToken ct);

    /// <summary>Changes address, filter and pause. One that is no longer paused does not count as failing either.</summary>
    /// <returns>As it is now; null where there is none.</returns>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<WebhookSubscription?> ChangeAsync(WebhookId id, string url, WebhookFilter filter, PauseReason? pause, CancellationToken ct);

    /// <summary>Gives it another secret; the one that it had is used as well until an instant, and one from before that no more.</summary>
    /// <returns>As it is now; null where there is none.</returns>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<WebhookSubscription?> RotateAsync(WebhookId id, SealedSecret secret, DateTimeOffset previousUntil, CancellationToken ct);

    /// <summary>Removes it and its deliveries.</summary>
    /// <returns>False where there is none.</returns>
    /// <exception cref="JournalUnavailableException">The store failed; some of its deliveries may be gone.</exception>
    Task<bool> RemoveAsync(WebhookId id, CancellationToken ct);
}
