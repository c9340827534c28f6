using System.Collections.Immutable;
using GridActors.Core.Webhooks;
using GridActors.Storage.Sqlite.Incidents;
using GridActors.Storage.Webhooks;

namespace GridActors.Storage.Sqlite.Webhooks;

public sealed class SqliteWebhookSubscriptions(SqliteDatabase database) : IWebhookSubscriptions
{
    private const int MaxLimit = 500;

    /// <summary>Deliveries removed in one transaction.</summary>
    private const int MaxRemoved = 1_000;

    public Task<bool> AddAsync(WebhookSubscription subscription, SealedSecret secret, CancellationToken ct) => database.WriteAsync(
        transaction =>
        {
            transaction.Execute(WebhookSql.StartFollowing);
            return transaction.Execute(
                WebhookSql.Add,
                ("@id", WebhookRows.IdOf(subscription.Id.Value)),
                ("@division", subscription.Division.ToString()),
                ("@url", subscription.Url),
                ("@filter", WebhookJson.Write(subscription.Filter)),
                ("@pause", subscription.Pause?.ToString()),
                ("@created_at", StoredInstant.Of(subscription.CreatedAt)),
                ("@secret_key", secret.KeyId),
                ("@secret", secret.Box.ToArray()),
                ("@most", WebhookSubscription.MaxOfDivision)) == 1;
        },
        ct);

    public Task<WebhookSubscription?> FindAsync(WebhookId id, CancellationToken ct) => database.ReadAsync(
        connection =>
        {
            using var command = connection.Command(WebhookSql.Find, ("@id", WebhookRows.IdOf(id.Value)));
            return WebhookRows.ReadAll(command, WebhookRows.ReadSubscription).SingleOrDefault();
        },
        ct);

    public Task<ImmutableArray<WebhookSubscription>> ListAsync(ImmutableArray<string> scopes, WebhookId? after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
        return database.ReadAsync(
            connection =>
            {
                using var command = connection.Command(
                    WebhookSql.List,
                    ("@scopes", $"[{string.Join(',', scopes.Select(s => $"\"{s}\""))}]"),
                    ("@after", after is { } last ? WebhookRows.IdOf(last.Value) : Array.Empty<byte>()),
                    ("@limit", limit));
                return WebhookRows.ReadAll(command, WebhookRows.ReadSubscription);
            },
            ct);
    }

    public Task<WebhookSubscription?> ChangeAsync(WebhookId id, string url, WebhookFilter filter, PauseReason? pause, CancellationToken ct) => database.WriteAsync(
        transaction =>
        {
            using var command = transaction.Command(
                WebhookSql.Change,
                ("@id", WebhookRows.IdOf(id.Value)),
                ("@url", url),
                ("@filter", WebhookJson.Write(filter)),
                ("@pause", pause?.ToString()));
            return WebhookRows.ReadAll(command, WebhookRows.ReadSubscription).SingleOrDefault();
        },
        ct);

    public Task<WebhookSubscription?> RotateAsync(WebhookId id, SealedSecret secret, DateTimeOffset previousUntil, CancellationToken ct) => database.WriteAsync(
        transaction =>
        {
            using var command = transaction.Command(
                WebhookSql.Rotate,
                ("@id", WebhookRows.IdOf(id.Value)),
                ("@previous_until", StoredInstant.Of(previousUntil)),
                ("@secret_key", secret.KeyId),
                ("@secret", secret.Box.ToArray()));
            return WebhookRows.ReadAll(command, WebhookRows.ReadSubscription).SingleOrDefault();
        },
        ct);

    public async Task<bool> RemoveAsync(WebhookId id, CancellationToken ct)
    {
        var key = WebhookRows.IdOf(id.Value);
        while (await database.WriteAsync(t => t.Execute(WebhookSql.RemoveDeliveries, ("@id", key), ("@limit", MaxRemoved)), ct) == MaxRemoved)
        {
            ct.ThrowIfCancellationRequested();
        }

        return await database.WriteAsync(t => t.Execute(WebhookSql.Remove, ("@id", key)), ct) == 1;
    }
}
