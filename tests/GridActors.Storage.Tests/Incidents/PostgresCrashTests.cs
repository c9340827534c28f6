namespace GridActors.Storage.Tests.Incidents;

/// <summary>On a server of its own, which crashes.</summary>
public sealed class PostgresCrashTests
{
    [Fact]
    public async Task A_server_that_crashes_under_load_loses_and_doubles_nothing()
    {
        await using var server = new PostgresServer { IsDurable = true };
        await server.InitializeAsync();
        await using var storage = new PostgresStorageUnderTest(server);
        var load = new JournalLoad(storage.Journal, callers: 32, incidents: 15);

        await load.RunAsync(every: 700, server.CrashAndStartAsync, TestContext.Current.CancellationToken);

        Assert.True(load.Interruptions > 0, "No append was cut off; the test shows nothing.");
        await load.AssertNothingLostOrDoubledAsync(TestContext.Current.CancellationToken);
    }
}
