namespace GridActors.Storage.Sqlite.Record;

internal static class RecordSql
{
    public const string CheckpointColumns = "county, number, from_position, through, count, list_hash, previous, at, key_id, signature";

    public const string ReadPosition = """
        -- Record.ReadPosition
        SELECT position FROM record_position WHERE id = 1
        """;

    public const string ReadEvents = """
        -- Record.ReadEvents: as the feed reads, without the bodies; an event of no incident comes without a place
        SELECT e.position, e.id, e.version, e.at, i.place_code, e.hash
        FROM (SELECT position, id, version, at, hash FROM incident_event WHERE position > @after ORDER BY position LIMIT @limit) e
        LEFT JOIN incident i ON i.id = e.id
        ORDER BY e.position
        """;

    public const string ReadRows = """
        -- Record.ReadRows: a whole life, by the unique key
        SELECT version, kind, body, at, actor, hash FROM incident_event WHERE id = @id ORDER BY version
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
        UPDATE record_position SET position = @to WHERE id = 1 AND position = @from
        """;

    public const string Insert = $"""
        -- Record.Insert: the key refuses a second checkpoint of the same number
        INSERT INTO record_checkpoint ({CheckpointColumns}, list)
        VALUES (@county, @number, @from, @through, @count, @list_hash, @previous, @at, @key_id, @signature, @list)
        """;

    public const string ReadIncidents = """
        -- Record.ReadIncidents: keyset paging
        SELECT id, version, state FROM incident WHERE id > @after ORDER BY id LIMIT @limit
        """;

    public const string ReadHeadless = """
        -- Record.ReadHeadless: there are none unless somebody deleted incidents
        SELECT DISTINCT e.id FROM incident_event e WHERE NOT EXISTS (SELECT 1 FROM incident i WHERE i.id = e.id) ORDER BY e.id LIMIT @limit
        """;

    public const string ReadCounties = """
        -- Record.ReadCounties
        SELECT DISTINCT county FROM record_checkpoint ORDER BY county
        """;

    public const string ReadNextStretch = $"""
        -- Record.ReadNextStretch: all counties that have events in it
        SELECT {CheckpointColumns}, list FROM record_checkpoint
        WHERE through = (SELECT min(through) FROM record_checkpoint WHERE through > @after) ORDER BY county
        """;
}
