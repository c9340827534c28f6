namespace GridActors.Storage.Postgres.Escalations;

internal static class DeadlineSql
{
    public const string ReadDue = """
        -- Escalations.ReadDue: every column is in the index; NULL slots are all of them
        SELECT id, due_at FROM incident
        WHERE due_at < @before AND (due_at, id) > (@from, @after) AND (@slots IS NULL OR clock_slot = ANY (@slots))
        ORDER BY due_at, id LIMIT @limit
        """;

    public const string NextDue = """
        -- Escalations.NextDue: the first match in the order of the index; min() would read all of it
        SELECT due_at FROM incident
        WHERE due_at >= @from AND (@slots IS NULL OR clock_slot = ANY (@slots))
        ORDER BY due_at, id LIMIT 1
        """;

    public const string CountOverdue = """
        -- Escalations.CountOverdue: of the index alone, and no more of it than the limit
        SELECT count(*) FROM (SELECT 1 FROM incident WHERE due_at < @before LIMIT @limit) AS overdue
        """;

    public const string LastEventAt = """
        -- Escalations.LastEventAt: the end of the feed's order, which need not have the latest instant
        SELECT at FROM incident_event ORDER BY tx DESC, position DESC LIMIT 1
        """;

    public const string LatestEventAt = """
        -- Escalations.LatestEventAt: the instant comes as a parameter, or the planner would not know how few blocks can be meant
        SELECT max(at) FROM incident_event WHERE at >= @at
        """;
}
