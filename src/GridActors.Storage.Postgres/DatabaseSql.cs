namespace GridActors.Storage.Postgres;

internal static class DatabaseSql
{
    public const string LockMigrations = """
        -- Database.LockMigrations: held by the session, so it ends with it, also when the process is killed
        SELECT pg_advisory_lock(@key)
        """;

    public const string UnlockMigrations = """
        -- Database.UnlockMigrations: a pooled connection would keep the lock
        SELECT pg_advisory_unlock(@key)
        """;
}
