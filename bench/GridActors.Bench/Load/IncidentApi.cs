using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using GridActors.Bench.Targets;

namespace GridActors.Bench.Load;

/// <summary>The few single requests that are no load: templates for the stores, deadlines of the peers, pages of a list.</summary>
internal sealed class IncidentApi(RunningTarget target) : IDisposable
{
    private const int Concurrency = 32;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly HttpClient _http = new()
    {
        BaseAddress = target.Address,
        Timeout = TimeSpan.FromSeconds(60),
        DefaultRequestHeaders = { Authorization = target.Authorization is { } shown ? AuthenticationHeaderValue.Parse(shown) : null },
    };

    /// <param name="dueAt">Of the peers alone.</param>
    public async Task<Guid> ReportAsync(DateTimeOffset? dueAt, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync(
            "/v1/incidents",
            new { itemCode = "0102", gridCode = "652390001001001", description = "Found on the way to school; it was reported last week too.", dueAt },
            Json,
            ct);
        answer.EnsureSuccessStatusCode();
        var incident = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
        return incident.GetProperty("id").GetGuid();
    }

    /// <summary>Reported, accepted, handled, closed.</summary>
    public async Task<Guid> CloseOneAsync(CancellationToken ct)
    {
        var id = await ReportAsync(dueAt: null, ct);
        await StepAsync(id, "accept", new { }, ct);
        await StepAsync(id, "result", new { result = "Replaced and tested; photographs are with the post." }, ct);
        await StepAsync(id, "close", new { }, ct);
        return id;
    }

    /// <summary>Reports one incident per deadline, as fast as a few clients can.</summary>
    public Task ReportAllAsync(IEnumerable<DateTimeOffset> deadlines, CancellationToken ct) => Parallel.ForEachAsync(
        deadlines,
        new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = ct },
        async (due, token) => await ReportAsync(due, token));

    /// <summary>Milliseconds that each of a number of requests took, one after the other.</summary>
    public async Task<double[]> TimeAsync(string path, int requests, CancellationToken ct)
    {
        var taken = new double[requests];
        for (var i = 0; i < requests; i++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await _http.GetAsync(path, ct);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync(ct);
            taken[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return taken;
    }

    /// <summary>What a peer says it fired: when it was due, and when it was acted on.</summary>
    public async Task<FiredDeadline[]> FiredAsync(CancellationToken ct) => await _http.GetFromJsonAsync<FiredDeadline[]>("/fired", ct) ?? [];

    public void Dispose() => _http.Dispose();

    private async Task StepAsync(Guid id, string step, object body, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync($"/v1/incidents/{id}/{step}", body, ct);
        answer.EnsureSuccessStatusCode();
    }
}
