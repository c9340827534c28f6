using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
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
        await using (var api = await ApiProcess.StartAsync(_directory, At("2025-01-02T11:00:00+08:00"), Ct))
        {
            acknowledged = await ReportUntilKilledAsync(api);
        }

        await using var restarted = await ApiProcess.StartAsync(_directory, At("2025-01-02T11:20:00+08:00"), Ct);
        var grid = await AnyGridAsync(restarted);
        foreach (var (key, id) in acknowledged)
        {
            var (status, incident) = await ReportAsync(restarted, grid, key);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(id, incident.GetProperty("id").GetString());
        }

        var all = await AllIncidentsAsync(restarted);
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.Superset(acknowledged.Values.ToHashSet(), all.ToHashSet());
        await restarted.WaitForLinesAsync("was not accepted", all.Count, Ct);
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
        var fast = new Dictionary<string, string> { ["Clock__Speed"] = "300" };
        await using (var api = await ApiProcess.StartAsync(_directory, fast, Ct))
        {
            (_, var incident) = await ReportAsync(api, await AnyGridAsync(api), "ladder");
            id = incident.GetProperty("id").GetString()!;
            await api.WaitForLinesAsync($"{id} was not accepted", 1, Ct);
            await api.KillAsync(Ct);
        }

        await using var restarted = await ApiProcess.StartAsync(_directory, fast, Ct);
        await restarted.WaitForLinesAsync($"{id} was not accepted", 1, Ct);

        var after = await restarted.GetAsync($"/v1/incidents/{id}", Ct);
        var reportedAt = after.GetProperty("reportedAt").GetDateTimeOffset();
        var climbs = (await restarted.GetAsync($"/v1/incidents/{id}/timeline", Ct)).GetProperty("items").EnumerateArray()
            .Where(e => e.GetProperty("kind").GetString() == "escalated").Select(e => e.GetProperty("at").GetDateTimeOffset() - reportedAt).ToList();
        Assert.Equal("prefecture", after.GetProperty("holder").GetProperty("tier").GetString());
        Assert.Equal(3, after.GetProperty("why").GetArrayLength());
        Assert.Equal(2, climbs.Count);
        Assert.All(climbs.Zip([TimeSpan.Zero, .. climbs], (to, from) => to - from), step => Assert.InRange(step, AcceptLimit, 2 * AcceptLimit));
    }

    private static Dictionary<string, string> At(string instant) => new() { ["Clock__StartAt"] = instant };

    /// <summary>Keeps reporting on several connections, kills the process in the middle, and returns what it had acknowledged: id by key.</summary>
    private static async Task<ConcurrentDictionary<string, string>> ReportUntilKilledAsync(ApiProcess api)
    {
        var grid = await AnyGridAsync(api);
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

    private static async Task<(HttpStatusCode Status, JsonElement Incident)> ReportAsync(ApiProcess api, string grid, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/incidents")
        {
            Content = JsonContent.Create(new { itemCode = "0101", gridCode = grid, description = $"report {key}" }),
        };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await api.Http.SendAsync(request, Ct);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.True(response.IsSuccessStatusCode, $"{key}: {response.StatusCode} {body}");
        return (response.StatusCode, body);
    }

    private static async Task<string> AnyGridAsync(ApiProcess api)
    {
        var code = "652300000000";
        while (code.Length == 12)
        {
            var children = await api.GetAsync($"/v1/divisions/{code}/children", Ct);
            code = children.GetProperty("items").EnumerateArray().First().GetProperty("code").GetString()!;
        }

        return code;
    }

    private static async Task<List<string>> AllIncidentsAsync(ApiProcess api)
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
