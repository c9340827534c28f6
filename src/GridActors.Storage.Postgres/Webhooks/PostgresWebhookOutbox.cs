using System.Collections.Immutable;
using GridActors.Core.Webhooks;
using GridActors.Storage.Incidents;
using GridActors.Storage.Postgres.Incidents;
using GridActors.Storage.Webhooks;
using Npgsql;
using NpgsqlTypes;

namespace GridActors.Storage.Postgres.Webhooks;

public sealed class PostgresWebhookOutbox(PostgresDatabase database) : IWebhookOutbox
{
    public Task<ImmutableArray<WebhookSubscription>> ListSubscriptionsAsync(CancellationToken ct) =>
        database.ReadAsync(WebhookSql.ListAll, WebhookRows.ReadSubscription, ct);

    public async Task<FeedPosition> ReadPositionAsync(CancellationToken ct) =>
        (await database.ReadAsync(WebhookSql.ReadPosition, r => new FeedPosition(r.GetFieldValue<ulong>(0), r.GetInt64(1)), ct))[0];

    /// <remarks>The row of the position is locked first: of two that queue at once the second waits, and then finds that it has moved.</remarks>
    public Task<bool> WriteAsync(WebhookBatch batch, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            await using var move = Move(connection, batch);
            if (await move.ExecuteNonQueryAsync(ct) == 0)
            {
                return false;
            }

            if (!batch.Deliveries.IsEmpty)
            {
                await QueueAsync(connection, batch, ct);
            }

            return true;
        },
        ct);

    private static Task<int> QueueAsync(NpgsqlConnection connection, WebhookBatch batch, CancellationToken ct) => connection.ExecuteAsync(
        WebhookSql.Queue,
        ct,
        ("ids", batch.Deliveries.Select(d => d.Id.Value).ToArray()),
        ("subscriptions", batch.Deliveries.Select(d => d.Subscription.Value).ToArray()),
        ("incidents", batch.Deliveries.Select(d => d.Incident.Value).ToArray()),
        ("versions", batch.Deliveries.Select(d => d.Version).ToArray()),
        ("kinds", batch.Deliveries.Select(d => d.Kind).ToArray()),
        ("bodies", batch.Deliveries.Select(d => d.Body.ToArray()).ToArray()),
        ("at", StoredInstant.Of(batch.At)));

    private static NpgsqlCommand Move(NpgsqlConnection connection, WebhookBatch batch)
    {
        var command = new NpgsqlCommand(WebhookSql.MovePosition, connection);
        command.Parameters.Add(new NpgsqlParameter<ulong>("from_tx", NpgsqlDbType.Xid8) { TypedValue = batch.From.Transaction });
        command.Parameters.Add(new NpgsqlParameter<ulong>("to_tx", NpgsqlDbType.Xid8) { TypedValue = batch.To.Transaction });
        command.Parameters.AddWithValue("from_position", batch.From.Position);
        command.Parameters.AddWithValue("to_position", batch.To.Position);
        return command;
    }
}
