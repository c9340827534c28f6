using System.Net;
using GridActors.Testing;

namespace GridActors.Process.Tests.Clusters;

/// <summary>
/// Two clusters that do not know of each other on one database, so that every incident has two actors, each of which takes itself
/// for the only one: what a network that falls in two would do at its worst.
/// </summary>
public sealed class TwoOwnersTests
{
    private const int Incidents = 60;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_actors_that_both_take_an_incident_for_theirs_carry_out_each_command_once()
    {
        await using var server = new PostgresServer();
        await server.InitializeAsync();
        var database = server.CreateDatabase();
        await using var left = await HostProcess.StartAsync(HostProcess.Api, Settings(database, "left"), Ct);
        await using var right = await HostProcess.StartAsync(HostProcess.Api, Settings(database, "right"), Ct);
        HttpClient[] both = [left.Http, right.Http];
        var grid = await left.Http.FindGridAsync();

        var ids = new List<string>();
        foreach (var some in Enumerable.Range(0, Incidents).Chunk(10))
        {
            var pairs = await Task.WhenAll(some.Select(n => AtBothAsync(both, http => http.TryReportAsync(grid, $"owned-{n}", $"owned {n}"))));
            ids.AddRange(pairs.Select(pair => AssertOnce(pair, HttpStatusCode.Created, HttpStatusCode.OK)));
        }

        foreach (var some in ids.Chunk(10))
        {
            // From the accept on both have the incident in memory, and after each step one of them is out of date.
            await Task.WhenAll(some.Select(id => ActAsync(both, id)));
        }

        var stored = new StoredIncidents(database);
        await stored.AssertExactlyAsync("owned", ids);
        foreach (var kind in new[] { "incident.reported.v1", "incident.accepted.v1", "incident.result-submitted.v1", "incident.closed.v1" })
        {
            Assert.All(await stored.CountEventsAsync(ids, kind), count => Assert.Equal(1, count));
        }
    }

    private static Dictionary<string, string> Settings(string database, string cluster) => new()
    {
        ["ConnectionStrings__GridActors"] = database,
        ["Access__TicketKey"] = HostProcess.TicketKey,
        ["GridActors__Silo"] = "true",
        ["GridActors__ClusterId"] = cluster,
        ["GridActors__DemoRegion"] = "true",
    };

    private static async Task ActAsync(HttpClient[] both, string id)
    {
        AssertOnce(await AtBothAsync(both, http => http.TryCommandAsync(id, "accept")), HttpStatusCode.OK, HttpStatusCode.Conflict, "already_accepted");
        AssertOnce(await AtBothAsync(both, http => http.TryCommandAsync(id, "result", new { result = "Mended." })), HttpStatusCode.OK, HttpStatusCode.Conflict, "already_handled");
        AssertOnce(await AtBothAsync(both, http => http.TryCommandAsync(id, "close")), HttpStatusCode.OK, HttpStatusCode.Conflict, "already_closed");
    }

    private static Task<Reports.Answer[]> AtBothAsync(HttpClient[] both, Func<HttpClient, Task<Reports.Answer>> send) => Task.WhenAll(both.Select(send));

    /// <summary>One of the two was the first, and the other one was told so.</summary>
    private static string AssertOnce(Reports.Answer[] pair, HttpStatusCode first, HttpStatusCode second, string? code = null)
    {
        var (done, late) = pair[0].Status == first ? (pair[0], pair[1]) : (pair[1], pair[0]);
        Assert.True(done.Status == first && late.Status == second, string.Join('\n', pair.Select(a => a.ToString())));
        if (code is null)
        {
            Assert.Equal((done.Id, done.Version), (late.Id, late.Version));
        }
        else
        {
            Assert.Equal(code, late.Code);
        }

        return done.Id;
    }
}
