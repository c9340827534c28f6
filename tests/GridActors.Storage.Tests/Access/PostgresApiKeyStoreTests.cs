namespace GridActors.Storage.Tests.Access;

public sealed class PostgresApiKeyStoreTests(SharedPostgresServer server) : ApiKeyStoreContract(new PostgresStorageUnderTest(server));
