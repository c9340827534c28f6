namespace GridActors.Storage.Tests.Incidents;

public sealed class SqliteIncidentFeedTests() : IncidentFeedContract(new SqliteStorageUnderTest());
