namespace GridActors.Storage.Tests.Incidents;

public sealed class PostgresIncidentSpanTests(SharedPostgresServer server) : IncidentSpanContract(new PostgresStorageUnderTest(server));
