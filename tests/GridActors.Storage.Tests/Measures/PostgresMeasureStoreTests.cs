namespace GridActors.Storage.Tests.Measures;

public sealed class PostgresMeasureStoreTests(SharedPostgresServer server) : MeasureStoreContract(new PostgresStorageUnderTest(server));
