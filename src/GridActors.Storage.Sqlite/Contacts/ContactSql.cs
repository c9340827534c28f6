namespace GridActors.Storage.Sqlite.Contacts;

internal static class ContactSql
{
    public const string OverwriteWhatIsDeleted = """
        -- Contacts.OverwriteWhatIsDeleted: of one connection, lost when it closes; without it what was erased stays in the file until its page is used again
        PRAGMA secure_delete = ON
        """;

    public const string EmptyTheLog = """
        -- Contacts.EmptyTheLog: the log has pages as they were before; answers busy, and does nothing, where somebody reads for too long
        PRAGMA wal_checkpoint(TRUNCATE)
        """;

    public const string Add = """
        -- Contacts.Add: the first one stays
        INSERT INTO contact (incident_id, key_id, wrapped_key, nonce, ciphertext, retain_until)
        VALUES (@incident_id, @key_id, @wrapped_key, @nonce, @ciphertext, @retain_until)
        ON CONFLICT (incident_id) DO NOTHING
        """;

    public const string Extend = """
        -- Contacts.Extend: a report that is sent again is waited for again
        UPDATE contact SET retain_until = @retain_until
        WHERE incident_id = @incident_id AND erased_at IS NULL AND retain_until < @retain_until
        """;

    public const string Find = """
        -- Contacts.Find: also one that was erased
        SELECT key_id, wrapped_key, nonce, ciphertext, retain_until, erased_at FROM contact WHERE incident_id = @incident_id
        """;

    public const string ListDue = """
        -- Contacts.ListDue: from a partial index, so the condition on erased_at has to stay as it is
        SELECT incident_id, retain_until FROM contact
        WHERE erased_at IS NULL AND retain_until <= @now
        ORDER BY retain_until, incident_id LIMIT @limit
        """;

    public const string Retain = """
        -- Contacts.Retain: of two that looked at once the second changes nothing
        UPDATE contact SET retain_until = @until
        WHERE incident_id = @incident_id AND erased_at IS NULL AND retain_until = @seen
        """;

    public const string Erase = """
        -- Contacts.Erase: the first instant stays
        UPDATE contact SET key_id = NULL, wrapped_key = NULL, nonce = NULL, ciphertext = NULL, erased_at = @at
        WHERE incident_id = @incident_id AND erased_at IS NULL
        """;

    public const string Remove = """
        -- Contacts.Remove: not one that is waited for again since it was looked at
        DELETE FROM contact WHERE incident_id = @incident_id AND erased_at IS NULL AND retain_until = @seen
        """;

    public const string ListWrapped = """
        -- Contacts.ListWrapped: keyset paging
        SELECT incident_id, key_id, wrapped_key FROM contact
        WHERE erased_at IS NULL AND key_id <> @key_id AND incident_id > @after
        ORDER BY incident_id LIMIT @limit
        """;

    public const string ListWrappedFirst = """
        -- Contacts.ListWrappedFirst: no id is lower than the first
        SELECT incident_id, key_id, wrapped_key FROM contact
        WHERE erased_at IS NULL AND key_id <> @key_id
        ORDER BY incident_id LIMIT @limit
        """;

    public const string Rewrap = """
        -- Contacts.Rewrap: nothing where it was erased, or rewrapped by another run
        UPDATE contact SET key_id = @key_id, wrapped_key = @wrapped_key
        WHERE incident_id = @incident_id AND erased_at IS NULL AND key_id = @read_key_id AND wrapped_key = @read_wrapped_key
        """;
}
