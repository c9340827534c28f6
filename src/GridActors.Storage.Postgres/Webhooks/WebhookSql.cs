namespace GridActors.Storage.Postgres.Webhooks;

internal static class WebhookSql
{
    public const string SubscriptionColumns = "id, division_code, url, filter, pause, created_at, failing_since, previous_until";

    public const string DeliveryColumns = "id, incident_id, version, kind, state, queued_at, attempts, first_attempt_at, due_at, ended_at, failure";

    public const string LockPosition = """
        -- Webhooks.LockPosition: one subscription is added at a time, or two would count the same ones
        SELECT position FROM webhook_position WHERE id = 1 FOR UPDATE
        """;

    public const string StartFollowing = """
        -- Webhooks.StartFollowing: nobody is told of what lies before the first subscription. What is still being written lies behind it
        UPDATE webhook_position SET tx = pg_snapshot_xmin(pg_current_snapshot()), position = 0
        WHERE id = 1 AND NOT EXISTS (SELECT FROM webhook_subscription)
        """;

    public const string Add = """
        -- Webhooks.Add: no row changed means that the division has as many as it may
        INSERT INTO webhook_subscription (id, division_code, url, filter, pause, created_at, secret_key, secret)
        SELECT @id, @division, @url, @filter, @pause::text, @created_at, @secret_key, @secret
        WHERE (SELECT count(*) FROM webhook_subscription WHERE division_code = @division) < @most
        """;

    public const string Find = $"""
        -- Webhooks.Find
        SELECT {SubscriptionColumns} FROM webhook_subscription WHERE id = @id
        """;

    public const string List = $"""
        -- Webhooks.List: keyset paging; what a scope does not cover is not read
        SELECT {SubscriptionColumns} FROM webhook_subscription
        WHERE id > @after AND EXISTS (SELECT FROM unnest(@scopes) scope WHERE starts_with(division_code, scope))
        ORDER BY id LIMIT @limit
        """;

    public const string ListAll = $"""
        -- Webhooks.ListAll
        SELECT {SubscriptionColumns} FROM webhook_subscription
        """;

    public const string Change = $"""
        -- Webhooks.Change: one that goes on has a clean record
        UPDATE webhook_subscription
        SET url = @url, filter = @filter, failing_since = CASE WHEN pause IS NOT NULL AND @pause::text IS NULL THEN NULL ELSE failing_since END, pause = @pause::text
        WHERE id = @id RETURNING {SubscriptionColumns}
        """;

    public const string Rotate = $"""
        -- Webhooks.Rotate: the right sides are those of before
        UPDATE webhook_subscription
        SET previous_key = secret_key, previous_secret = secret, previous_until = @previous_until, secret_key = @secret_key, secret = @secret
        WHERE id = @id RETURNING {SubscriptionColumns}
        """;

    public const string Remove = """
        -- Webhooks.Remove: its deliveries go with it
        DELETE FROM webhook_subscription WHERE id = @id
        """;

    public const string ReadPosition = """
        -- Webhooks.ReadPosition
        SELECT tx, position FROM webhook_position WHERE id = 1
        """;

    public const string MovePosition = """
        -- Webhooks.MovePosition: no row changed means that somebody else queued
        UPDATE webhook_position SET tx = @to_tx, position = @to_position WHERE id = 1 AND tx = @from_tx AND position = @from_position
        """;

    public const string Queue = """
        -- Webhooks.Queue: nothing for a subscription that was removed meanwhile; the lock keeps it until the deliveries are there
        INSERT INTO webhook_delivery (id, subscription_id, incident_id, version, kind, body, state, queued_at, waiting_since, due_at)
        SELECT q.id, q.subscription_id, q.incident_id, q.version, q.kind, q.body, 'Waiting', @at, @at, @at
        FROM unnest(@ids, @subscriptions, @incidents, @versions, @kinds, @bodies) q (id, subscription_id, incident_id, version, kind, body)
        JOIN (SELECT id FROM webhook_subscription WHERE id = ANY(@subscriptions) FOR KEY SHARE) s ON s.id = q.subscription_id
        ON CONFLICT (subscription_id, incident_id, version) DO NOTHING
        """;
}
