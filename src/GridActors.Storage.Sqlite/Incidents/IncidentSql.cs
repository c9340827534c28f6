namespace GridActors.Storage.Sqlite.Incidents;

internal static class IncidentSql
{
    public const string Insert = """
        -- Incidents.Insert: no row changed means that the incident exists; another incident's tracking code is an error
        INSERT INTO incident (
            id, tracking_code, version, phase, outcome, severity, item_code, place_code, holder_tier, holder_code,
            reported_at, handle_due_at, closed_at, due_at, due_kind, clock_slot, is_provisional, state)
        VALUES (
            @id, @tracking_code, @version, @phase, @outcome, @severity, @item_code, @place_code, @holder_tier, @holder_code,
            @reported_at, @handle_due_at, @closed_at, @due_at, @due_kind, @clock_slot, @is_provisional, CAST(@state AS TEXT))
        ON CONFLICT (id) DO NOTHING
        """;

    public const string Update = """
        -- Incidents.Update: the version check is part of the write; no row changed means that somebody was first
        UPDATE incident SET
            version = @version, phase = @phase, outcome = @outcome, place_code = @place_code, holder_tier = @holder_tier,
            holder_code = @holder_code, handle_due_at = @handle_due_at, closed_at = @closed_at, due_at = @due_at, due_kind = @due_kind,
            is_provisional = @is_provisional, state = CAST(@state AS TEXT)
        WHERE id = @id AND version = @expected_version
        """;

    public const string InsertEvent = """
        -- Incidents.InsertEvent: positions follow the order of the commits because there is one write transaction at a time
        INSERT INTO incident_event (id, version, kind, body, at, actor, hash)
        VALUES (@id, @version, @kind, CAST(@body AS TEXT), @at, @actor, @hash)
        """;

    public const string ForgetParties = """
        -- Incidents.ForgetParties: all of them; those that stay are written again, and they are few
        DELETE FROM incident_party WHERE incident_id = @id
        """;

    public const string InsertParty = """
        -- Incidents.InsertParty
        INSERT INTO incident_party (incident_id, party, listed_at) VALUES (@id, @party, @listed_at)
        """;

    public const string Savepoint = """
        -- Incidents.Savepoint: one append of a batch can be undone without its neighbours
        SAVEPOINT append
        """;

    public const string Release = """
        -- Incidents.Release: keeps the append; the savepoint has to be gone before the next one of the same name
        RELEASE append
        """;

    public const string RollBackTo = """
        -- Incidents.RollBackTo: undoes the append but leaves the savepoint open, so that it is released as well
        ROLLBACK TO append; RELEASE append
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
        -- Incidents.ReadFeed: positions may have gaps, so the next page is behind the last one read, never a count
        SELECT position, id, version, kind, body FROM incident_event WHERE position > @after ORDER BY position LIMIT @limit
        """;

    public const string ListProvisional = """
        -- Incidents.ListProvisional: the condition has to be written like the one of the partial index
        SELECT id FROM incident WHERE is_provisional = 1 AND (@after IS NULL OR id > @after) ORDER BY id LIMIT @limit
        """;
}
