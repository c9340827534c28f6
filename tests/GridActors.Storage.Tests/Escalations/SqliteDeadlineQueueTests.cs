namespace GridActors.Storage.Tests.Escalations;

public sealed class SqliteDeadlineQueueTests() : DeadlineQueueContract(new SqliteStorageUnderTest());
