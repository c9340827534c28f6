namespace GridActors.Storage.Tests.Contacts;

public sealed class PostgresContactStoreTests(SharedPostgresServer server) : ContactStoreContract(new PostgresStorageUnderTest(server));
