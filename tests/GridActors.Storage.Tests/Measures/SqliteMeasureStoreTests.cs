namespace GridActors.Storage.Tests.Measures;

public sealed class SqliteMeasureStoreTests() : MeasureStoreContract(new SqliteStorageUnderTest());
