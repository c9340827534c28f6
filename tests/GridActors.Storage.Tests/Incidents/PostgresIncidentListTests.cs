namespace GridActors.Storage.Tests.Incidents;

public sealed class PostgresIncidentListTests(SharedPostgresServer server) : IncidentListContract(new PostgresStorageUnderTest(server));
