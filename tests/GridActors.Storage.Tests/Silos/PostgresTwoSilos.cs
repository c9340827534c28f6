using GridActors.Storage.Postgres;

namespace GridActors.Storage.Tests.Silos;

public sealed class PostgresTwoSilos : TwoSilos
{
    public PostgresTwoSilos(SharedPostgresServer server)
        : this(new PostgresStorageUnderTest(server))
    {
    }

    private PostgresTwoSilos(PostgresStorageUnderTest storage)
        : base(storage, PostgresDatabase.OrleansInvariant, storage.Database.DataSource)
    {
    }
}
