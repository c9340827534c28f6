using GridActors.Storage.Sqlite;

namespace GridActors.Storage.Tests.Silos;

public sealed class SqliteTwoSilos : TwoSilos
{
    public SqliteTwoSilos()
        : this(new SqliteStorageUnderTest())
    {
    }

    private SqliteTwoSilos(SqliteStorageUnderTest storage)
        : base(storage, SqliteDatabase.OrleansInvariant, storage.Database.DataSource)
    {
    }
}
