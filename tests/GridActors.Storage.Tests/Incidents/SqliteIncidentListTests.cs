namespace GridActors.Storage.Tests.Incidents;

public sealed class SqliteIncidentListTests() : IncidentListContract(new SqliteStorageUnderTest());
