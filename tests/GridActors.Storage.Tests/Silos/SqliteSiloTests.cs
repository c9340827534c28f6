using GridActors.Storage.Sqlite;

namespace GridActors.Storage.Tests.Silos;

public sealed class SqliteSiloTests(SqliteTwoSilos silos) : SiloContract(silos), IClassFixture<SqliteTwoSilos>
{
    [Fact]
    public async Task A_silo_whose_crashed_self_is_forgotten_starts_alone()
    {
        await using var storage = new SqliteStorageUnderTest();
        using (var connection = storage.Database.Open())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = """
                -- Test.Crash: an active silo that answers no more
                INSERT INTO orleans_cluster (deployment_id, version) VALUES ('test', 2);
                INSERT INTO orleans_silo VALUES ('test', '127.0.0.1', 9, 1, 'crashed', 'here', 3, 0, NULL, @now, @now);
                """;
            command.Parameters.AddWithValue("@now", TimeProvider.System.GetUtcNow().UtcDateTime);
            command.ExecuteNonQuery();
        }

        storage.Database.ForgetMembership();
        using var host = await TwoSilos.StartAsync(SqliteDatabase.OrleansInvariant, storage.Database.DataSource);
        var hosts = await Grains(host.Services).GetGrain<IManagementGrain>(0).GetHosts(onlyActive: false, Cancelled);
        await host.StopAsync(Cancelled);

        Assert.Equal(SiloStatus.Active, Assert.Single(hosts).Value);
    }
}
