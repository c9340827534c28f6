namespace GridActors.Storage.Tests.Access;

public sealed class SqliteApiKeyStoreTests() : ApiKeyStoreContract(new SqliteStorageUnderTest());
