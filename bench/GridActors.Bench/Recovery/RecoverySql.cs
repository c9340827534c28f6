namespace GridActors.Bench.Recovery;

internal static class RecoverySql
{
    public const string Lost = """
        -- Bench.Lost: acknowledged ids that are no incident
        SELECT count(*) FROM unnest(@ids) AS a(id) WHERE NOT EXISTS (SELECT FROM incident AS i WHERE i.id = a.id)
        """;

    public const string Doubled = """
        -- Bench.Doubled: every report of this run has a description of its own
        SELECT count(*) - count(DISTINCT state::jsonb -> 'content' ->> 'description') FROM incident
        WHERE state::jsonb -> 'content' ->> 'description' LIKE @run || '-%'
        """;

    public const string Overdue = """
        -- Bench.Overdue: what the auditor must find none of
        SELECT count(*) FROM incident WHERE due_at < now() - interval '10 seconds'
        """;
}
