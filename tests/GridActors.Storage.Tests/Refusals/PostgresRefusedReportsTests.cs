namespace GridActors.Storage.Tests.Refusals;

public sealed class PostgresRefusedReportsTests(SharedPostgresServer server) : RefusedReportsContract(new PostgresStorageUnderTest(server));
