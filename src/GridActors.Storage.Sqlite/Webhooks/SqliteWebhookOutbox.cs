using System.Collections.Immutable;
using GridActors.Core.Webhooks;
using GridActors.Storage.Incidents;
using GridActors.Storage.Sqlite.Incidents;
using GridActors.Storage.Webhooks;

namespace GridActors.Storage.Sqlite.Webhooks;

public sealed class SqliteWebhookOutbox(SqliteDatabase database) : IWebhookOutbox
{
    public Task<ImmutableArray<WebhookSubscription>> ListSubscriptionsAsync(CancellationToken ct) => database.ReadAsync(
        connection =>
        {
            using var command = connection.Command(WebhookSql.ListAll);
            return WebhookRows.ReadAll(command, WebhookRows.ReadSubscription);
        },
        ct);

    public Task<FeedPosition> ReadPositionAsync(CancellationToken ct) => database.ReadAsync(
        connection =>
        {
            using var command = connection.Command(WebhookSql.ReadPosition);
            return new FeedPosition(0, (long)command.ExecuteScalar()!);
        },
        ct);

    public Task<bool> WriteAsync(WebhookBatch batch, CancellationToken ct) => database.WriteAsync(
        transaction =>
        {
            if (transaction.Execute(WebhookSql.MovePosition, ("@from", batch.From.Position), ("@to", batch.To.Position)) == 0)
            {
                return false;
            }

            foreach (var delivery in batch.Deliveries)
            {
                transaction.Execute(
                    WebhookSql.Queue,
                    ("@id", WebhookRows.IdOf(delivery.Id.Value)),
                    ("@subscription", WebhookRows.IdOf(delivery.Subscription.Value)),
                    ("@incident", StoredId.Of(delivery.Incident)),
                    ("@version", delivery.Version),
                    ("@kind", delivery.Kind),
                    ("@body", delivery.Body.ToArray()),
                    ("@at", StoredInstant.Of(batch.At)));
            }

            return true;
        },
        ct);
}
