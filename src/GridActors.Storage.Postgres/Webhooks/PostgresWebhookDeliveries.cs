using System.Collections.Immutable;
using GridActors.Core.Webhooks;
using GridActors.Storage.Postgres.Incidents;
using GridActors.Storage.Webhooks;

namespace GridActors.Storage.Postgres.Webhooks;

public sealed class PostgresWebhookDeliveries(PostgresDatabase database) : IWebhookDeliveries
{
    private const int MaxLimit = 500;

    public Task<ImmutableArray<LeasedDelivery>> LeaseAsync(
        DateTimeOffset now, DateTimeOffset until, ImmutableArray<WebhookId> except, int share, int limit, CancellationToken ct) => database.WriteAsync(
        connection => connection.QueryAsync(
            DeliverySql.Lease,
            WebhookRows.ReadLeased,
            ct,
            ("now", StoredInstant.Of(now)),
            ("until", StoredInstant.Of(until)),
            ("except", except.Select(e => e.Value).ToArray()),
            ("share", (long)share),
            ("limit", (long)limit)),
        ct);

    public Task SettleAsync(AttemptResult result, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            var isSettled = await connection.ExecuteAsync(
                DeliverySql.Settle,
                ct,
                ("id", result.Id.Value),
                ("attempt", result.Attempt),
                ("state", result.State.ToString()),
                ("next", StoredInstant.Of(result.NextAttemptAt)),
                ("ended", result.State == DeliveryState.Waiting ? null : StoredInstant.Of(result.At)),
                ("failure", result.Failure)) == 1;
            var subscription = ("subscription", (object?)result.Subscription.Value);
            return isSettled && await (result.Failure is null
                ? connection.ExecuteAsync(DeliverySql.MarkWorking, ct, subscription)
                : connection.ExecuteAsync(DeliverySql.MarkFailing, ct, subscription, ("at", StoredInstant.Of(result.At)), ("pause", result.Pause?.ToString()))) == 1;
        },
        ct);

    public Task<ImmutableArray<WebhookDelivery>> ListAsync(WebhookId subscription, DeliveryState? state, DeliveryId? after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
        List<(string, object?)> parameters = [("subscription", subscription.Value), ("after", after?.Value ?? Guid.AllBitsSet), ("limit", limit)];
        if (state is not null)
        {
            parameters.Add(("state", state.ToString()));
        }

        return database.ReadAsync(state is null ? DeliverySql.List : DeliverySql.ListOfState, WebhookRows.ReadDelivery, ct, [.. parameters]);
    }

    public Task<WebhookDelivery?> ReplayAsync(WebhookId subscription, DeliveryId id, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            await connection.ExecuteAsync(DeliverySql.Replay, ct, ("subscription", subscription.Value), ("id", id.Value), ("now", StoredInstant.Of(now)));
            return (await connection.QueryAsync(DeliverySql.Find, WebhookRows.ReadDelivery, ct, ("subscription", subscription.Value), ("id", id.Value))).SingleOrDefault();
        },
        ct);

    public Task<int> ReplayDeadAsync(WebhookId subscription, DateTimeOffset now, int limit, CancellationToken ct) => database.WriteAsync(
        connection => connection.ExecuteAsync(DeliverySql.ReplayDead, ct, ("subscription", subscription.Value), ("now", StoredInstant.Of(now)), ("limit", limit)),
        ct);

    public async Task<WebhookBacklog> CountAsync(int limit, CancellationToken ct) =>
        (await database.ReadAsync(DeliverySql.Count, r => new WebhookBacklog(r.GetInt32(0), r.GetInt32(1), WebhookRows.ReadInstant(r, 2)), ct, ("limit", limit)))[0];

    public Task<int> TidyAsync(WebhookTidying tidying, int limit, CancellationToken ct) => database.WriteAsync(
        async connection =>
            await connection.ExecuteAsync(
                DeliverySql.Forget, ct, ("state", nameof(DeliveryState.Delivered)), ("before", StoredInstant.Of(tidying.DeliveredBefore)), ("limit", limit))
            + await connection.ExecuteAsync(
                DeliverySql.Forget, ct, ("state", nameof(DeliveryState.Dead)), ("before", StoredInstant.Of(tidying.DeadBefore)), ("limit", limit))
            + await connection.ExecuteAsync(
                DeliverySql.GiveUp, ct, ("now", StoredInstant.Of(tidying.Now)), ("before", StoredInstant.Of(tidying.HeldBefore)), ("limit", limit)),
        ct);
}
