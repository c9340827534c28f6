namespace GridActors.Storage.Tests.Incidents;

public sealed class SqliteIncidentSpanTests() : IncidentSpanContract(new SqliteStorageUnderTest());
