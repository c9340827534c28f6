namespace GridActors.Bench.Seeding;

/// <summary>
/// Fills our tables by copying one incident that the product itself wrote, so that every copy is one that it can read.
/// Columns come from the database's catalogue: only those are named here that have to differ between copies. Words in
/// braces are replaced before a statement is sent.
/// </summary>
internal static class IncidentSeedSql
{
    public const string Columns = """
        -- Bench.Columns: what has a default (identity, transaction id) fills itself
        SELECT array_agg(column_name::text ORDER BY ordinal_position)
        FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = '{table}'
            AND is_identity = 'NO' AND is_generated = 'NEVER' AND column_default IS NULL
        """;

    public const string Copies = """
        -- Bench.Copies: ids grow with the time of the report, as UUIDv7 does: the indexes look like those of a store that grew
        CREATE UNLOGGED TABLE bench_copy AS
        SELECT
            (lpad(to_hex((extract(epoch FROM t.at) * 1000)::bigint), 12, '0') || '7' || substr(h.hash, 1, 3) || '8' || substr(h.hash, 4, 15))::uuid AS id,
            upper(substr('{salt}', 29, 4) || '-' || substr(lpad(to_hex(g), 8, '0'), 1, 4) || '-' || substr(lpad(to_hex(g), 8, '0'), 5, 4)) AS tracking_code,
            t.at,
            t.at - (SELECT reported_at FROM incident WHERE id = '{template}') AS shift,
            '65239' || (ARRAY['0001001', '0001002', '0001003', '0100001', '0100201', '0100202', '0200201', '0200202'])[1 + g % 8] || '00' || (1 + g % 3) AS place_code,
            date_trunc('milliseconds', now() + interval '1 day' + make_interval(secs => g)) AS due
        FROM generate_series(1, {count}) AS g,
            LATERAL (SELECT date_trunc('milliseconds', now() - interval '1 day' - make_interval(secs => {count} - g)) AS at) AS t,
            LATERAL (SELECT md5('{salt}' || g) AS hash) AS h
        """;

    public const string DropCopies = "DROP TABLE IF EXISTS bench_copy";

    public const string CopyHeads = """
        -- Bench.CopyHeads
        INSERT INTO incident ({columns})
        SELECT {values}
        FROM bench_copy AS c, incident AS t
        WHERE t.id = '{template}'
        """;

    public const string CopyEvents = """
        -- Bench.CopyEvents: in the order of the reports, so that a copy's events lie together
        INSERT INTO incident_event ({columns})
        SELECT {values}
        FROM bench_copy AS c, incident_event AS e, incident AS t
        WHERE e.id = '{template}' AND t.id = e.id
        ORDER BY c.at, e.version
        """;

    public const string SetDue = """
        -- Bench.SetDue: moves deadlines in the column and in the state: the actor ignores a call for one that its state has not
        WITH chosen AS (
            SELECT id, row_number() OVER (ORDER BY id) AS n
            FROM incident WHERE version = 1 AND due_at > now() + interval '1 hour' ORDER BY id LIMIT {count}),
        moved AS (
            SELECT id, date_trunc('milliseconds', '{first}'::timestamptz + make_interval(secs => (n - 1) * {secondsApart})) AS due FROM chosen)
        UPDATE incident AS i
        SET due_at = c.due,
            state = jsonb_set(jsonb_set(i.state::jsonb, '{acceptDue,at}', {due}), '{deadline,dueAt}', {due})::text
        FROM moved AS c
        WHERE i.id = c.id
        """;

    /// <summary>The deadline of a copy as the product writes it in JSON.</summary>
    public const string Due = """to_jsonb(to_char(c.due AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"+00:00"'))""";

    public const string Analyze = "VACUUM ANALYZE";
}
