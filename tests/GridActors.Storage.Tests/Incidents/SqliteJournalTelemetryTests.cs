namespace GridActors.Storage.Tests.Incidents;

public sealed class SqliteJournalTelemetryTests() : JournalTelemetryContract(new SqliteStorageUnderTest());
