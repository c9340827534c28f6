namespace GridActors.Storage.Sqlite.Access;

internal static class ApiKeySql
{
    public const string Insert = """
        -- ApiKeys.Insert: an id is random, so there is no second one
        INSERT INTO api_key (id, name, secret_hash, grants, created_by, created_at, expires_at, revoked_at)
        VALUES (@id, @name, @secret_hash, @grants, @created_by, @created_at, @expires_at, @revoked_at)
        """;

    public const string Find = """
        -- ApiKeys.Find: by the primary key
        SELECT id, name, secret_hash, grants, created_by, created_at, expires_at, revoked_at FROM api_key WHERE id = @id
        """;

    public const string List = """
        -- ApiKeys.List: a few dozen, so they are sorted without an index
        SELECT id, name, secret_hash, grants, created_by, created_at, expires_at, revoked_at FROM api_key
        ORDER BY created_at DESC, id
        """;

    public const string Revoke = """
        -- ApiKeys.Revoke: the first instant stays
        UPDATE api_key SET revoked_at = COALESCE(revoked_at, @at) WHERE id = @id
        """;
}
