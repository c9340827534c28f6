using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace GridActors.Process.Tests;

/// <summary>What SIGKILL leaves behind: every acknowledged report once, every deadline that fell due meanwhile fired once.</summary>
public sealed class CrashTests : IDisposable
{
    private const int AcknowledgedBeforeTheKill = 200;
    private const int Clients = 8;

    private static readonly TimeSpan AcceptLimit = TimeSpan.FromMinutes(15);

    private readonly string _directory = Directory.CreateTempSubdirectory("gridactors-crash-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_kill_under_load_loses_and_doubles_nothing_and_what_fell_due_meanwhile_fires_once()
    {
        ConcurrentDictionary<string, string> acknowledged;
        await using (var api = await HostProcess.StartAsync(HostProcess.Api, At("2025-01-02T11:00:00+08:00"), Ct))
        {
            acknowledged = await ReportUntilKilledAsync(api);
        }

        await using var restarted = await HostProcess.StartAsync(HostProcess.Api, At("2025-01-02T11:20:00+08:00"), Ct);
        var grid = await restarted.Http.FindGridAsync();
        foreach (var (key, id) in acknowledged)
        {
            var (status, incident) = await ReportAsync(restarted, grid, key);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(id, incident.GetProperty("id").GetString());
        }

        var all = await AllIncidentsAsync(restarted);
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.Superset(acknowledged.Values.ToHashSet(), all.ToHashSet());
        await restarted.Output.WaitForAsync("was not accepted", all.Count, 0, Ct);
        foreach (var id in all)
        {
            var timeline = await restarted.GetAsync($"/v1/incidents/{id}/timeline", Ct);
            Assert.Single(timeline.GetProperty("items").EnumerateArray(), e => e.GetProperty("kind").GetString() == "escalated");
        }
    }

    [Fact]
    public async Task A_kill_between_two_steps_of_the_ladder_changes_nothing()
    {
        string id;
        var fast = With("Clock__Speed", "300");
        await using (var api = await HostProcess.StartAsync(HostProcess.Api, fast, Ct))
        {
            (_, var incident) = await ReportAsync(api, await api.Http.FindGridAsync(), "ladder");
            id = incident.GetProperty("id").GetString()!;
            await api.Output.WaitForAsync($"{id} was not accepted", 1, 0, Ct);
            await api.KillAsync(Ct);
        }

        await using var restarted = await HostProcess.StartAsync(HostProcess.Api, fast, Ct);
        await restarted.Output.WaitForAsync($"{id} was not accepted", 1, 0, Ct);

        var after = await restarted.GetAsync($"/v1/incidents/{id}", Ct);
        var reportedAt = after.GetProperty("reportedAt").GetDateTimeOffset();
        var climbs = (await restarted.GetAsync($"/v1/incidents/{id}/timeline", Ct)).GetProperty("items").EnumerateArray()
            .Where(e => e.GetProperty("kind").GetString() == "escalated").Select(e => e.GetProperty("at").GetDateTimeOffset() - reportedAt).ToList();
        Assert.Equal("prefecture", after.GetProperty("holder").GetProperty("tier").GetString());
        Assert.Equal(3, after.GetProperty("why").GetArrayLength());
        Assert.Equal(2, climbs.Count);
        Assert.All(climbs.Zip([TimeSpan.Zero, .. climbs], (to, from) => to - from), step => Assert.InRange(step, AcceptLimit, 2 * AcceptLimit));
    }

    private Dictionary<string, string> At(string instant) => With("Clock__StartAt", instant);

    private Dictionary<string, string> With(string name, string value) => new() { ["GridActors__DataDirectory"] = _directory, [name] = value };

    /// <summary>Keeps reporting on several connections, kills the process in the middle, and returns what it had acknowledged: id by key.</summary>
    private static async Task<ConcurrentDictionary<string, string>> ReportUntilKilledAsync(HostProcess api)
    {
        var grid = await api.Http.FindGridAsync();
        var acknowledged = new ConcurrentDictionary<string, string>();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var clients = Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var n = 0; ; n++)
            {
                var key = $"{client}-{n}";
                try
                {
                    var (_, incident) = await ReportAsync(api, grid, key);
                    acknowledged[key] = incident.GetProperty("id").GetString()!;
                }
                catch (Exception fault) when (fault is HttpRequestException or IOException)
                {
                    return;
                }

                if (acknowledged.Count >= AcknowledgedBeforeTheKill)
                {
                    enough.TrySetResult();
                }
            }
        }, Ct)).ToList();
        await enough.Task.WaitAsync(TimeSpan.FromSeconds(90), Ct);
        await api.KillAsync(Ct);
        await Task.WhenAll(clients);
        return acknowledged;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Incident)> ReportAsync(HostProcess api, string grid, string key)
    {
        var answer = await api.Http.TryReportAsync(grid, key, $"report {key}");
        Assert.True(answer.IsDone, $"{key}: {answer}");
        return (answer.Status, answer.Body);
    }

    private static async Task<List<string>> AllIncidentsAsync(HostProcess api)
    {
        var ids = new List<string>();
        var next = "/v1/incidents?limit=100";
        while (next is not null)
        {
            var page = await api.GetAsync(next, Ct);
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            var cursor = page.GetProperty("nextCursor");
            next = cursor.ValueKind == JsonValueKind.Null ? null : $"/v1/incidents?limit=100&cursor={Uri.EscapeDataString(cursor.GetString()!)}";
        }

        return ids;
    }
}
