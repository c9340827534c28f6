namespace GridActors.Storage.Postgres.Webhooks;

internal static class DeliverySql
{
    public const string Lease = """
        -- Webhooks.Lease: what another silo is taking is passed over. The number of attempts is what the outcome is compared with
        WITH due AS MATERIALIZED (
            SELECT d.id FROM webhook_subscription s
            CROSS JOIN LATERAL (
                SELECT id, due_at FROM webhook_delivery
                WHERE subscription_id = s.id AND state = 'Waiting' AND due_at <= @now
                ORDER BY due_at LIMIT CASE WHEN s.failing_since IS NULL THEN @share ELSE 1 END
                FOR UPDATE SKIP LOCKED) d
            WHERE s.pause IS NULL AND s.id <> ALL(@except)
            ORDER BY d.due_at LIMIT @limit)
        UPDATE webhook_delivery d SET attempts = d.attempts + 1, due_at = @until, first_attempt_at = COALESCE(d.first_attempt_at, @now)
        FROM due, webhook_subscription s WHERE d.id = due.id AND s.id = d.subscription_id
        RETURNING d.id, d.subscription_id, s.url, s.secret_key, s.secret, s.previous_key, s.previous_secret, s.previous_until > @now,
            d.incident_id, d.version, d.kind, d.body, d.attempts, d.first_attempt_at
        """;

    public const string Settle = """
        -- Webhooks.Settle: no row changed means that another attempt was begun
        UPDATE webhook_delivery SET state = @state, due_at = @next::timestamptz, ended_at = @ended::timestamptz, failure = @failure::text
        WHERE id = @id AND attempts = @attempt AND state = 'Waiting'
        """;

    public const string MarkFailing = """
        -- Webhooks.MarkFailing: from the first failure in a row on; costs no write afterwards
        UPDATE webhook_subscription SET failing_since = COALESCE(failing_since, @at), pause = COALESCE(pause, @pause::text)
        WHERE id = @subscription AND (failing_since IS NULL OR (pause IS NULL AND @pause::text IS NOT NULL))
        """;

    public const string MarkWorking = """
        -- Webhooks.MarkWorking: costs no write where it was working
        UPDATE webhook_subscription SET failing_since = NULL WHERE id = @subscription AND failing_since IS NOT NULL
        """;

    public const string List = $"""
        -- Webhooks.ListDeliveries: keyset paging, newest first
        SELECT {WebhookSql.DeliveryColumns} FROM webhook_delivery WHERE subscription_id = @subscription AND id < @after ORDER BY id DESC LIMIT @limit
        """;

    public const string ListOfState = $"""
        -- Webhooks.ListDeliveriesOfState: keyset paging, newest first
        SELECT {WebhookSql.DeliveryColumns} FROM webhook_delivery
        WHERE subscription_id = @subscription AND state = @state AND id < @after ORDER BY id DESC LIMIT @limit
        """;

    public const string Find = $"""
        -- Webhooks.FindDelivery
        SELECT {WebhookSql.DeliveryColumns} FROM webhook_delivery WHERE subscription_id = @subscription AND id = @id
        """;

    public const string Replay = """
        -- Webhooks.Replay: one that waits already is left alone
        UPDATE webhook_delivery SET state = 'Waiting', waiting_since = @now, due_at = @now, attempts = 0, first_attempt_at = NULL, ended_at = NULL, failure = NULL
        WHERE subscription_id = @subscription AND id = @id AND state <> 'Waiting'
        """;

    public const string ReplayDead = """
        -- Webhooks.ReplayDead: some at a time
        UPDATE webhook_delivery SET state = 'Waiting', waiting_since = @now, due_at = @now, attempts = 0, first_attempt_at = NULL, ended_at = NULL, failure = NULL
        WHERE state = 'Dead' AND id IN (SELECT id FROM webhook_delivery WHERE subscription_id = @subscription AND state = 'Dead' ORDER BY id LIMIT @limit)
        """;

    public const string Count = """
        -- Webhooks.Count: up to a limit each, from indexes
        SELECT
            (SELECT count(*)::int FROM (SELECT FROM webhook_delivery WHERE state = 'Waiting' LIMIT @limit) w),
            (SELECT count(*)::int FROM (SELECT FROM webhook_delivery WHERE state = 'Dead' LIMIT @limit) d),
            (SELECT d.waiting_since FROM webhook_delivery d WHERE d.state = 'Waiting'
                AND EXISTS (SELECT FROM webhook_subscription s WHERE s.id = d.subscription_id AND s.pause IS NULL)
                ORDER BY d.waiting_since LIMIT 1)
        """;

    public const string Forget = """
        -- Webhooks.Forget: some at a time
        DELETE FROM webhook_delivery WHERE state <> 'Waiting' AND id IN (
            SELECT id FROM webhook_delivery WHERE state = @state AND state <> 'Waiting' AND ended_at < @before LIMIT @limit)
        """;

    public const string GiveUp = """
        -- Webhooks.GiveUp: some at a time; of a subscription that is paused, or of which every attempt has failed for as long
        UPDATE webhook_delivery SET state = 'Dead', due_at = NULL, ended_at = @now, failure = COALESCE(failure, 'The subscription is paused or fails.')
        WHERE state = 'Waiting' AND id IN (
            SELECT d.id FROM webhook_delivery d JOIN webhook_subscription s ON s.id = d.subscription_id
            WHERE d.state = 'Waiting' AND d.waiting_since < @before AND (s.pause IS NOT NULL OR s.failing_since < @before) LIMIT @limit)
        """;
}
