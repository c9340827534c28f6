using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Tests.Incidents;

public sealed class SqliteIncidentScopeTests : IncidentScopeContract
{
    private readonly SqliteStorageUnderTest _storage;

    public SqliteIncidentScopeTests()
        : this(new SqliteStorageUnderTest())
    {
    }

    private SqliteIncidentScopeTests(SqliteStorageUnderTest storage)
        : base(storage) => _storage = storage;

    protected override async Task ForgetPartiesAsync()
    {
        using (var connection = _storage.Database.Open())
        {
            using var command = new SqliteCommand("DROP TABLE incident_party; DELETE FROM SchemaVersions WHERE ScriptName LIKE '%0012_incident_parties%'", connection);
            command.ExecuteNonQuery();
        }

        await _storage.ReopenAsync();
    }
}
