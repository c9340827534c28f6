namespace GridActors.Storage.Postgres.Incidents;

internal static class IncidentSql
{
    public const string PrepareSession = """
        -- Incidents.PrepareSession: Append is planned once, maybe on empty tables, and has to go by the keys for ever after
        SET plan_cache_mode = force_generic_plan;
        SET enable_seqscan = off;
        SET enable_hashjoin = off;
        SET enable_mergejoin = off;
        SET jit = off;
        SET default_transaction_isolation = 'read committed'
        """;

    public const string Append = """
        -- Incidents.Append: one row an append, sorted by id and no id twice; events go in only for the ids that come back.
        -- "IS TRUE" keeps the search for them a hash table, where a join would compare each with each
        WITH head AS MATERIALIZED (
            SELECT * FROM unnest(
                @id, @expected_version, @tracking_code, @version, @phase, @outcome, @severity, @item_code, @place_code,
                @holder_tier, @holder_code, @reported_at, @handle_due_at, @closed_at, @due_at, @due_kind, @clock_slot,
                @is_provisional, @state)
            AS h (
                id, expected_version, tracking_code, version, phase, outcome, severity, item_code, place_code,
                holder_tier, holder_code, reported_at, handle_due_at, closed_at, due_at, due_kind, clock_slot,
                is_provisional, state)
        ), inserted AS (
            INSERT INTO incident (
                id, tracking_code, version, phase, outcome, severity, item_code, place_code, holder_tier, holder_code,
                reported_at, handle_due_at, closed_at, due_at, due_kind, clock_slot, is_provisional, state)
            SELECT
                id, tracking_code, version, phase, outcome, severity, item_code, place_code, holder_tier, holder_code,
                reported_at, handle_due_at, closed_at, due_at, due_kind, clock_slot, is_provisional, state
            FROM head WHERE expected_version = 0
            ON CONFLICT (id) DO NOTHING
            RETURNING id
        ), updated AS (
            UPDATE incident i SET
                version = h.version, phase = h.phase, outcome = h.outcome, place_code = h.place_code, holder_tier = h.holder_tier,
                holder_code = h.holder_code, handle_due_at = h.handle_due_at, closed_at = h.closed_at, due_at = h.due_at,
                due_kind = h.due_kind, is_provisional = h.is_provisional, state = h.state
            FROM head h
            WHERE h.expected_version > 0 AND i.id = h.id AND i.version = h.expected_version
            RETURNING i.id
        ), written AS MATERIALIZED (
            SELECT id FROM inserted UNION ALL SELECT id FROM updated
        ), forgotten AS (
            DELETE FROM incident_party p
            USING unnest(@parties_of) AS c (id)
            WHERE p.incident_id = c.id AND (c.id IN (SELECT id FROM written)) IS TRUE AND NOT EXISTS (
                SELECT FROM unnest(@party_id, @party) AS k (id, party) WHERE k.id = p.incident_id AND k.party = p.party)
        ), concerned AS (
            INSERT INTO incident_party (incident_id, party, listed_at)
            SELECT k.id, k.party, k.listed_at FROM unnest(@party_id, @party, @party_listed_at) AS k (id, party, listed_at)
            WHERE (k.id IN (SELECT id FROM written)) IS TRUE
            ON CONFLICT (incident_id, party) DO NOTHING
        ), recorded AS (
            INSERT INTO incident_event (id, version, kind, body, at, actor, hash)
            SELECT e.id, e.version, e.kind, e.body, e.at, e.actor, e.hash
            FROM unnest(@event_id, @event_version, @event_kind, @event_body, @event_at, @event_actor, @event_hash) WITH ORDINALITY
                AS e (id, version, kind, body, at, actor, hash, number)
            WHERE (e.id IN (SELECT id FROM written)) IS TRUE
            ORDER BY e.number
        )
        SELECT id FROM written
        """;

    public const string Find = """
        -- Incidents.Find: the state alone; the columns are copies of parts of it
        SELECT state FROM incident WHERE id = @id
        """;

    public const string Load = """
        -- Incidents.Load: the same with the hash of the last event, by the unique key of events; it has none if it is from before the record
        SELECT i.state, e.hash FROM incident i LEFT JOIN incident_event e ON e.id = i.id AND e.version = i.version WHERE i.id = @id
        """;

    public const string FindByTrackingCode = """
        -- Incidents.FindByTrackingCode: by the unique key; the code is compared as it is stored, with its hyphens
        SELECT state FROM incident WHERE tracking_code = @tracking_code
        """;

    public const string ReadEvents = """
        -- Incidents.ReadEvents: in order of the versions, which are without gaps
        SELECT kind, body FROM incident_event WHERE id = @id ORDER BY version
        """;

    public const string ReadFeed = """
        -- Incidents.ReadFeed: stays behind every transaction that is still running, since it may commit in front of the reader
        SELECT tx, position, id, version, kind, body FROM incident_event
        WHERE (tx, position) > (@tx, @position) AND tx < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY tx, position LIMIT @limit
        """;

    public const string ListProvisional = """
        -- Incidents.ListProvisional: the condition has to be written like the one of the partial index
        SELECT id FROM incident WHERE is_provisional AND (@after IS NULL OR id > @after) ORDER BY id LIMIT @limit
        """;
}
