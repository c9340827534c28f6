namespace GridActors.Storage.Sqlite.Webhooks;

internal static class WebhookSql
{
    public const string SubscriptionColumns = "id, division_code, url, filter, pause, created_at, failing_since, previous_until";

    public const string DeliveryColumns = "id, incident_id, version, kind, state, queued_at, attempts, first_attempt_at, due_at, ended_at, failure";

    public const string StartFollowing = """
        -- Webhooks.StartFollowing: nobody was told of what lies before the first subscription, and nobody is to be
        UPDATE webhook_position SET position = MAX(position, (SELECT COALESCE(MAX(position), 0) FROM incident_event))
        WHERE id = 1 AND NOT EXISTS (SELECT 1 FROM webhook_subscription)
        """;

    public const string Add = """
        -- Webhooks.Add: no row changed means that the division has as many as it may
        INSERT INTO webhook_subscription (id, division_code, url, filter, pause, created_at, secret_key, secret)
        SELECT @id, @division, @url, @filter, @pause, @created_at, @secret_key, @secret
        WHERE (SELECT COUNT(*) FROM webhook_subscription WHERE division_code = @division) < @most
        """;

    public const string Find = $"""
        -- Webhooks.Find
        SELECT {SubscriptionColumns} FROM webhook_subscription WHERE id = @id
        """;

    public const string List = $"""
        -- Webhooks.List: keyset paging; what a scope does not cover is not read
        SELECT {SubscriptionColumns} FROM webhook_subscription
        WHERE id > @after AND EXISTS (SELECT 1 FROM json_each(@scopes) WHERE substr(division_code, 1, length(value)) = value)
        ORDER BY id LIMIT @limit
        """;

    public const string ListAll = $"""
        -- Webhooks.ListAll
        SELECT {SubscriptionColumns} FROM webhook_subscription
        """;

    public const string Change = $"""
        -- Webhooks.Change: one that goes on has a clean record
        UPDATE webhook_subscription
        SET url = @url, filter = @filter, failing_since = CASE WHEN pause IS NOT NULL AND @pause IS NULL THEN NULL ELSE failing_since END, pause = @pause
        WHERE id = @id RETURNING {SubscriptionColumns}
        """;

    public const string Rotate = $"""
        -- Webhooks.Rotate: the right sides are those of before
        UPDATE webhook_subscription
        SET previous_key = secret_key, previous_secret = secret, previous_until = @previous_until, secret_key = @secret_key, secret = @secret
        WHERE id = @id RETURNING {SubscriptionColumns}
        """;

    public const string RemoveDeliveries = """
        -- Webhooks.RemoveDeliveries: some at a time, so that nobody waits long for the write lock
        DELETE FROM webhook_delivery WHERE id IN (SELECT id FROM webhook_delivery WHERE subscription_id = @id LIMIT @limit)
        """;

    public const string Remove = """
        -- Webhooks.Remove: deliveries queued meanwhile go with it
        DELETE FROM webhook_subscription WHERE id = @id
        """;

    public const string ReadPosition = """
        -- Webhooks.ReadPosition
        SELECT position FROM webhook_position WHERE id = 1
        """;

    public const string MovePosition = """
        -- Webhooks.MovePosition: no row changed means that somebody else queued
        UPDATE webhook_position SET position = @to WHERE id = 1 AND position = @from
        """;

    public const string Queue = """
        -- Webhooks.Queue: nothing for a subscription that was removed meanwhile
        INSERT INTO webhook_delivery (id, subscription_id, incident_id, version, kind, body, state, queued_at, waiting_since, due_at)
        SELECT @id, @subscription, @incident, @version, @kind, @body, 'Waiting', @at, @at, @at
        WHERE EXISTS (SELECT 1 FROM webhook_subscription WHERE id = @subscription)
        ON CONFLICT (subscription_id, incident_id, version) DO NOTHING
        """;
}
