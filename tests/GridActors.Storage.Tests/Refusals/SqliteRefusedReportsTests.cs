namespace GridActors.Storage.Tests.Refusals;

public sealed class SqliteRefusedReportsTests() : RefusedReportsContract(new SqliteStorageUnderTest());
