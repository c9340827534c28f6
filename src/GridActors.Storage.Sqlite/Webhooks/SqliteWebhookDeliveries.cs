using System.Collections.Immutable;
using GridActors.Core.Webhooks;
using GridActors.Storage.Sqlite.Incidents;
using GridActors.Storage.Webhooks;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite.Webhooks;

public sealed class SqliteWebhookDeliveries(SqliteDatabase database) : IWebhookDeliveries
{
    private const int MaxLimit = 500;

    /// <remarks>What is due is looked for outside the write lock: most of the time it is nothing.</remarks>
    public async Task<ImmutableArray<LeasedDelivery>> LeaseAsync(
        DateTimeOffset now, DateTimeOffset until, ImmutableArray<WebhookId> except, int share, int limit, CancellationToken ct)
    {
        var due = await database.ReadAsync(connection => ListDue(connection, now, except, limit), ct);
        return due.IsEmpty ? [] : await database.WriteAsync(transaction => Lease(transaction, due, now, until, share, limit), ct);
    }

    public Task SettleAsync(AttemptResult result, CancellationToken ct) => database.WriteAsync(
        transaction =>
        {
            var isSettled = transaction.Execute(
                DeliverySql.Settle,
                ("@id", WebhookRows.IdOf(result.Id.Value)),
                ("@attempt", result.Attempt),
                ("@state", result.State.ToString()),
                ("@next", StoredInstant.Of(result.NextAttemptAt)),
                ("@ended", result.State == DeliveryState.Waiting ? null : StoredInstant.Of(result.At)),
                ("@failure", result.Failure)) == 1;
            var subscription = ("@subscription", (object?)WebhookRows.IdOf(result.Subscription.Value));
            return isSettled && (result.Failure is null
                ? transaction.Execute(DeliverySql.MarkWorking, subscription)
                : transaction.Execute(DeliverySql.MarkFailing, subscription, ("@at", StoredInstant.Of(result.At)), ("@pause", result.Pause?.ToString()))) == 1;
        },
        ct);

    public Task<ImmutableArray<WebhookDelivery>> ListAsync(WebhookId subscription, DeliveryState? state, DeliveryId? after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
        return database.ReadAsync(
            connection =>
            {
                using var command = connection.Command(
                    state is null ? DeliverySql.List : DeliverySql.ListOfState,
                    ("@subscription", WebhookRows.IdOf(subscription.Value)),
                    ("@after", WebhookRows.IdOf(after?.Value ?? Guid.AllBitsSet)),
                    ("@limit", limit));
                if (state is not null)
                {
                    command.Parameters.AddWithValue("@state", state.ToString());
                }

                return WebhookRows.ReadAll(command, WebhookRows.ReadDelivery);
            },
            ct);
    }

    public Task<WebhookDelivery?> ReplayAsync(WebhookId subscription, DeliveryId id, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        transaction =>
        {
            var (owner, key) = (WebhookRows.IdOf(subscription.Value), WebhookRows.IdOf(id.Value));
            transaction.Execute(DeliverySql.Replay, ("@subscription", owner), ("@id", key), ("@now", StoredInstant.Of(now)));
            using var command = transaction.Command(DeliverySql.Find, ("@subscription", owner), ("@id", key));
            return WebhookRows.ReadAll(command, WebhookRows.ReadDelivery).SingleOrDefault();
        },
        ct);

    public Task<int> ReplayDeadAsync(WebhookId subscription, DateTimeOffset now, int limit, CancellationToken ct) => database.WriteAsync(
        t => t.Execute(DeliverySql.ReplayDead, ("@subscription", WebhookRows.IdOf(subscription.Value)), ("@now", StoredInstant.Of(now)), ("@limit", limit)),
        ct);

    public Task<WebhookBacklog> CountAsync(int limit, CancellationToken ct) => database.ReadAsync(
        connection =>
        {
            using var command = connection.Command(DeliverySql.Count, ("@limit", limit));
            return WebhookRows.ReadAll(command, r => new WebhookBacklog(r.GetInt32(0), r.GetInt32(1), WebhookRows.ReadInstant(r, 2)))[0];
        },
        ct);

    public Task<int> TidyAsync(WebhookTidying tidying, int limit, CancellationToken ct) => database.WriteAsync(
        t => t.Execute(DeliverySql.Forget, ("@state", nameof(DeliveryState.Delivered)), ("@before", StoredInstant.Of(tidying.DeliveredBefore)), ("@limit", limit))
            + t.Execute(DeliverySql.Forget, ("@state", nameof(DeliveryState.Dead)), ("@before", StoredInstant.Of(tidying.DeadBefore)), ("@limit", limit))
            + t.Execute(DeliverySql.GiveUp, ("@now", StoredInstant.Of(tidying.Now)), ("@before", StoredInstant.Of(tidying.HeldBefore)), ("@limit", limit)),
        ct);

    private static ImmutableArray<(byte[] Id, bool IsFailing)> ListDue(SqliteConnection connection, DateTimeOffset now, ImmutableArray<WebhookId> except, int limit)
    {
        using var command = connection.Command(
            DeliverySql.ListDue,
            ("@now", StoredInstant.Of(now)),
            ("@except", $"[{string.Join(',', except.Select(e => $"\"{Convert.ToHexString(WebhookRows.IdOf(e.Value))}\""))}]"),
            ("@limit", limit));
        return WebhookRows.ReadAll(command, r => (r.GetFieldValue<byte[]>(0), r.GetBoolean(1)));
    }

    private static ImmutableArray<LeasedDelivery> Lease(
        SqliteTransaction transaction, ImmutableArray<(byte[] Id, bool IsFailing)> due, DateTimeOffset now, DateTimeOffset until, int share, int limit)
    {
        var leased = ImmutableArray.CreateBuilder<LeasedDelivery>();
        foreach (var (id, isFailing) in due.TakeWhile(_ => leased.Count < limit))
        {
            leased.AddRange(LeaseOf(transaction, id, now, until, Math.Min(isFailing ? 1 : share, limit - leased.Count)));
        }

        return leased.ToImmutable();
    }

    private static ImmutableArray<LeasedDelivery> LeaseOf(SqliteTransaction transaction, byte[] subscription, DateTimeOffset now, DateTimeOffset until, int limit)
    {
        using var find = transaction.Command(DeliverySql.FindSender, ("@subscription", subscription), ("@now", StoredInstant.Of(now)));
        var senders = WebhookRows.ReadAll(find, r => (
            Url: r.GetString(0),
            Secret: new SealedSecret(r.GetString(1), r.GetFieldValue<byte[]>(2)),
            Previous: !r.IsDBNull(5) && r.GetBoolean(5) ? new SealedSecret(r.GetString(3), r.GetFieldValue<byte[]>(4)) : null));
        if (senders is not [var sender])
        {
            return [];
        }

        using var lease = transaction.Command(
            DeliverySql.Lease,
            ("@subscription", subscription),
            ("@now", StoredInstant.Of(now)),
            ("@until", StoredInstant.Of(until)),
            ("@limit", limit));
        return WebhookRows.ReadAll(lease, r => new LeasedDelivery(
            new DeliveryId(WebhookRows.ReadId(r, 0)),
            new WebhookId(new Guid(subscription, bigEndian: true)),
            sender.Url,
            sender.Secret,
            sender.Previous,
            StoredId.Read(r, 1),
            r.GetInt32(2),
            r.GetString(3),
            r.GetFieldValue<byte[]>(4),
            r.GetInt32(5),
            StoredInstant.Read(r.GetInt64(6))));
    }
}
