namespace GridActors.Storage.Postgres.Record;

internal static class RecordSql
{
    public const string CheckpointColumns =
        "county, number, from_tx, from_position, through_tx, through_position, count, list_hash, previous, at, key_id, signature";

    public const string ReadPosition = """
        -- Record.ReadPosition
        SELECT tx, position FROM record_position WHERE id = 1
        """;

    public const string ReadEvents = $"""
        -- Record.ReadEvents: as the feed reads, without the bodies; stays behind every transaction that is still running
        {Events} AND tx < pg_snapshot_xmin(pg_current_snapshot()) {InOrder}
        """;

    public const string ReadAllEvents = $"""
        -- Record.ReadAllEvents: what nobody covers yet is looked at all the same
        {Events} {InOrder}
        """;

    /// <summary>An event of no incident comes without a place, and an instant that nobody can have stored as none.</summary>
    private const string Events = """
        SELECT e.tx, e.position, e.id, e.version, e.at, i.place_code, e.hash
        FROM (
            SELECT tx, position, id, version, CASE WHEN at BETWEEN '1000-01-01' AND '9999-01-01' THEN at END AS at, hash FROM incident_event
            WHERE (tx, position) > (@tx, @position)
        """;

    private const string InOrder = """
            ORDER BY tx, position LIMIT @limit) e
        LEFT JOIN incident i ON i.id = e.id
        ORDER BY e.tx, e.position
        """;

    public const string ReadRows = """
        -- Record.ReadRows: whole lives, by the unique key; an instant that nobody can have stored comes as none
        SELECT id, version, kind, body, CASE WHEN at BETWEEN '1000-01-01' AND '9999-01-01' THEN at END, actor, hash
        FROM incident_event WHERE id = ANY(@ids) ORDER BY id, version
        """;

    public const string FindLast = $"""
        -- Record.FindLast
        SELECT {CheckpointColumns} FROM record_checkpoint WHERE county = @county ORDER BY number DESC LIMIT 1
        """;

    public const string List = $"""
        -- Record.List: keyset paging; the lists stay where they are
        SELECT {CheckpointColumns} FROM record_checkpoint WHERE county = @county AND number > @after ORDER BY number LIMIT @limit
        """;

    public const string MovePosition = """
        -- Record.MovePosition: no row changed means that somebody else covered it
        UPDATE record_position SET tx = @to_tx, position = @to_position WHERE id = 1 AND tx = @from_tx AND position = @from_position
        """;

    public const string Insert = $"""
        -- Record.Insert: the key refuses a second checkpoint of the same number
        INSERT INTO record_checkpoint ({CheckpointColumns}, list)
        VALUES (@county, @number, @from_tx, @from_position, @through_tx, @through_position, @count, @list_hash, @previous, @at, @key_id, @signature, @list)
        """;

    public const string ReadIncidents = """
        -- Record.ReadIncidents: keyset paging
        SELECT id, version, state FROM incident WHERE id > @after ORDER BY id LIMIT @limit
        """;

    public const string ReadHeadless = """
        -- Record.ReadHeadless: there are none unless somebody deleted incidents
        SELECT DISTINCT e.id FROM incident_event e WHERE NOT EXISTS (SELECT FROM incident i WHERE i.id = e.id) ORDER BY e.id LIMIT @limit
        """;

    public const string ReadCounties = """
        -- Record.ReadCounties
        SELECT DISTINCT county FROM record_checkpoint ORDER BY county
        """;

    public const string ReadNextStretch = $"""
        -- Record.ReadNextStretch: all counties that have events in it
        SELECT {CheckpointColumns}, list FROM record_checkpoint
        WHERE (through_tx, through_position) = (
            SELECT through_tx, through_position FROM record_checkpoint
            WHERE (through_tx, through_position) > (@tx, @position) ORDER BY through_tx, through_position LIMIT 1)
        ORDER BY county
        """;
}
