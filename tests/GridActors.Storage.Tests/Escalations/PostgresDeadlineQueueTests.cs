namespace GridActors.Storage.Tests.Escalations;

public sealed class PostgresDeadlineQueueTests(SharedPostgresServer server) : DeadlineQueueContract(new PostgresStorageUnderTest(server));
