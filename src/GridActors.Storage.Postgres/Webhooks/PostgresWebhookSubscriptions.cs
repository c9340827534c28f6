using System.Collections.Immutable;
using GridActors.Core.Webhooks;
using GridActors.Storage.Postgres.Incidents;
using GridActors.Storage.Webhooks;

namespace GridActors.Storage.Postgres.Webhooks;

public sealed class PostgresWebhookSubscriptions(PostgresDatabase database) : IWebhookSubscriptions
{
    private const int MaxLimit = 500;

    public Task<bool> AddAsync(WebhookSubscription subscription, SealedSecret secret, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            await connection.ExecuteAsync(WebhookSql.LockPosition, ct);
            await connection.ExecuteAsync(WebhookSql.StartFollowing, ct);
            return await connection.ExecuteAsync(
                WebhookSql.Add,
                ct,
                ("id", subscription.Id.Value),
                ("division", subscription.Division.ToString()),
                ("url", subscription.Url),
                ("filter", WebhookJson.Write(subscription.Filter)),
                ("pause", subscription.Pause?.ToString()),
                ("created_at", StoredInstant.Of(subscription.CreatedAt)),
                ("secret_key", secret.KeyId),
                ("secret", secret.Box.ToArray()),
                ("most", WebhookSubscription.MaxOfDivision)) == 1;
        },
        ct);

    public async Task<WebhookSubscription?> FindAsync(WebhookId id, CancellationToken ct) =>
        (await database.ReadAsync(WebhookSql.Find, WebhookRows.ReadSubscription, ct, ("id", id.Value))).SingleOrDefault();

    public Task<ImmutableArray<WebhookSubscription>> ListAsync(ImmutableArray<string> scopes, WebhookId? after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
        return database.ReadAsync(
            WebhookSql.List,
            WebhookRows.ReadSubscription,
            ct,
            ("scopes", scopes.ToArray()),
            ("after", after?.Value ?? Guid.Empty),
            ("limit", limit));
    }

    public Task<WebhookSubscription?> ChangeAsync(WebhookId id, string url, WebhookFilter filter, PauseReason? pause, CancellationToken ct) => database.WriteAsync(
        async connection => (await connection.QueryAsync(
            WebhookSql.Change,
            WebhookRows.ReadSubscription,
            ct,
            ("id", id.Value),
            ("url", url),
            ("filter", WebhookJson.Write(filter)),
            ("pause", pause?.ToString()))).SingleOrDefault(),
        ct);

    public Task<WebhookSubscription?> RotateAsync(WebhookId id, SealedSecret secret, DateTimeOffset previousUntil, CancellationToken ct) => database.WriteAsync(
        async connection => (await connection.QueryAsync(
            WebhookSql.Rotate,
            WebhookRows.ReadSubscription,
            ct,
            ("id", id.Value),
            ("previous_until", StoredInstant.Of(previousUntil)),
            ("secret_key", secret.KeyId),
            ("secret", secret.Box.ToArray()))).SingleOrDefault(),
        ct);

    public Task<bool> RemoveAsync(WebhookId id, CancellationToken ct) =>
        database.WriteAsync(async connection => await connection.ExecuteAsync(WebhookSql.Remove, ct, ("id", id.Value)) == 1, ct);
}
