namespace GridActors.Storage.Tests.Incidents;

public sealed class PostgresIncidentScopeTests : IncidentScopeContract
{
    private readonly PostgresStorageUnderTest _storage;

    public PostgresIncidentScopeTests(SharedPostgresServer server)
        : this(new PostgresStorageUnderTest(server))
    {
    }

    private PostgresIncidentScopeTests(PostgresStorageUnderTest storage)
        : base(storage) => _storage = storage;

    protected override async Task ForgetPartiesAsync()
    {
        await _storage.ExecuteAsync("DROP TABLE incident_party");
        await _storage.ExecuteAsync("DELETE FROM schemaversions WHERE scriptname LIKE '%0012_incident_parties%'");
        await _storage.ReopenAsync();
    }
}
