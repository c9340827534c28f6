namespace GridActors.Storage.Tests.Incidents;

public sealed class PostgresJournalTelemetryTests(SharedPostgresServer server) : JournalTelemetryContract(new PostgresStorageUnderTest(server));
