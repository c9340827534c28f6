namespace GridActors.Storage.Sqlite.Webhooks;

internal static class DeliverySql
{
    public const string ListDue = """
        -- Webhooks.ListDue: subscriptions with something due, whoever has waited longest first
        SELECT s.id, s.failing_since IS NOT NULL, (SELECT MIN(d.due_at) FROM webhook_delivery d WHERE d.subscription_id = s.id AND d.state = 'Waiting') AS first_due
        FROM webhook_subscription s
        WHERE s.pause IS NULL AND hex(s.id) NOT IN (SELECT value FROM json_each(@except)) AND first_due <= @now
        ORDER BY first_due LIMIT @limit
        """;

    public const string Lease = """
        -- Webhooks.Lease: the number of attempts is what the outcome is compared with
        UPDATE webhook_delivery SET attempts = attempts + 1, due_at = @until, first_attempt_at = COALESCE(first_attempt_at, @now)
        WHERE id IN (SELECT id FROM webhook_delivery WHERE subscription_id = @subscription AND state = 'Waiting' AND due_at <= @now ORDER BY due_at LIMIT @limit)
        RETURNING id, incident_id, version, kind, body, attempts, first_attempt_at
        """;

    public const string FindSender = """
        -- Webhooks.FindSender: the secret before only while it is used
        SELECT url, secret_key, secret, previous_key, previous_secret, previous_until > @now FROM webhook_subscription WHERE id = @subscription AND pause IS NULL
        """;

    public const string Settle = """
        -- Webhooks.Settle: no row changed means that another attempt was begun
        UPDATE webhook_delivery SET state = @state, due_at = @next, ended_at = @ended, failure = @failure
        WHERE id = @id AND attempts = @attempt AND state = 'Waiting'
        """;

    public const string MarkFailing = """
        -- Webhooks.MarkFailing: from the first failure in a row on
        UPDATE webhook_subscription SET failing_since = COALESCE(failing_since, @at), pause = COALESCE(pause, @pause) WHERE id = @subscription
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
        WHERE id IN (SELECT id FROM webhook_delivery WHERE subscription_id = @subscription AND state = 'Dead' ORDER BY id LIMIT @limit)
        """;

    public const string Count = """
        -- Webhooks.Count: up to a limit each, from indexes
        SELECT
            (SELECT COUNT(*) FROM (SELECT 1 FROM webhook_delivery WHERE state = 'Waiting' LIMIT @limit)),
            (SELECT COUNT(*) FROM (SELECT 1 FROM webhook_delivery WHERE state = 'Dead' LIMIT @limit)),
            (SELECT d.waiting_since FROM webhook_delivery d WHERE d.state = 'Waiting'
                AND EXISTS (SELECT 1 FROM webhook_subscription s WHERE s.id = d.subscription_id AND s.pause IS NULL)
                ORDER BY d.waiting_since LIMIT 1)
        """;

    public const string Forget = """
        -- Webhooks.Forget: some at a time
        DELETE FROM webhook_delivery WHERE id IN (
            SELECT id FROM webhook_delivery WHERE state = @state AND state <> 'Waiting' AND ended_at < @before LIMIT @limit)
        """;

    public const string GiveUp = """
        -- Webhooks.GiveUp: some at a time; of a subscription that is paused, or of which every attempt has failed for as long
        UPDATE webhook_delivery SET state = 'Dead', due_at = NULL, ended_at = @now, failure = COALESCE(failure, 'The subscription is paused or fails.')
        WHERE id IN (
            SELECT d.id FROM webhook_delivery d JOIN webhook_subscription s ON s.id = d.subscription_id
            WHERE d.state = 'Waiting' AND d.waiting_since < @before AND (s.pause IS NOT NULL OR s.failing_since < @before) LIMIT @limit)
        """;
}
