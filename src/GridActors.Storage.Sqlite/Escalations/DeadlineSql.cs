namespace GridActors.Storage.Sqlite.Escalations;

internal static class DeadlineSql
{
    public const string ReadDue = """
        -- Escalations.ReadDue: every column is in the index; @slots is a JSON array, NULL for all of them
        SELECT id, due_at FROM incident
        WHERE due_at < @before AND (due_at, id) > (@from, @after) AND (@slots IS NULL OR clock_slot IN (SELECT value FROM json_each(@slots)))
        ORDER BY due_at, id LIMIT @limit
        """;

    public const string NextDue = """
        -- Escalations.NextDue: the first match in the order of the index; MIN would read all of it
        SELECT due_at FROM incident
        WHERE due_at >= @from AND (@slots IS NULL OR clock_slot IN (SELECT value FROM json_each(@slots)))
        ORDER BY due_at LIMIT 1
        """;

    public const string CountOverdue = """
        -- Escalations.CountOverdue: of the index alone, and no more of it than the limit
        SELECT count(*) FROM (SELECT 1 FROM incident WHERE due_at < @before LIMIT @limit) AS overdue
        """;

    public const string LastRecordedAt = """
        -- Escalations.LastRecordedAt: the last position need not have the latest instant
        SELECT MAX(at) FROM incident_event
        """;
}
