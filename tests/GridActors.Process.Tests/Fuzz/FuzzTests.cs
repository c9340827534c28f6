using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace GridActors.Process.Tests.Fuzz;

/// <summary>
/// Random requests against a real host: whatever comes, it answers, knows what it does not take, and goes on. As many as
/// GRIDACTORS_FUZZ_REQUESTS says, from GRIDACTORS_FUZZ_SEED on; tests/fuzz/run does it from the command line.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int DefaultRequests = 3_000;
    private const int DefaultSeed = 20_261_124;
    private const int Width = 4;
    private const long Allowance = 256L * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_comes_is_answered_and_nothing_fails_inside()
    {
        var (requests, seed) = (Setting("GRIDACTORS_FUZZ_REQUESTS", DefaultRequests), Setting("GRIDACTORS_FUZZ_SEED", DefaultSeed));
        using var directory = new TemporaryFolder();
        await using var api = await HostProcess.StartAsync(HostProcess.Api, Settings(directory.Path), Ct);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 }) { Timeout = Patience };
        var random = new RandomRequests(seed, await api.GetAsync("/openapi/v1.json", Ct));
        var failures = new ConcurrentQueue<string>();
        var statuses = new ConcurrentDictionary<int, int>();

        await SendAsync(requests / 4);
        var before = api.WorkingSet;
        await SendAsync(requests - (requests / 4));
        var after = api.WorkingSet;

        output.WriteLine($"{requests} requests from seed {seed}: {string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}"))}; {before >> 20} MiB, then {after >> 20} MiB");
        Assert.True(failures.IsEmpty, $"Seed {seed}: {string.Join('\n', failures.Take(20))}\n{string.Join('\n', api.Output.Lines.Where(l => l.Contains("failed", StringComparison.Ordinal)).Take(20))}");
        Assert.True(after < before + Allowance, $"{before} bytes before, {after} after.");
        await EveryListAnswersAsync(api);

        async Task SendAsync(int count) => await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Width, CancellationToken = Ct }, async (_, ct) =>
        {
            HttpRequestMessage request;
            lock (random)
            {
                request = random.Next(api.Http.BaseAddress!);
            }

            using (request)
            {
                var status = await TryAsync(http, request, random.Text, failures, ct);
                statuses.AddOrUpdate(status, 1, (_, n) => n + 1);
            }
        });
    }

    /// <returns>The status; 0 where the client itself would not send it.</returns>
    private static async Task<int> TryAsync(HttpClient http, HttpRequestMessage request, RandomText text, ConcurrentQueue<string> failures, CancellationToken ct)
    {
        try
        {
            using var response = await http.SendAsync(request, ct);
            var body = await response.Content.ReadAsStringAsync(ct);
            var status = (int)response.StatusCode;
            if (status >= 500 && !(status == 503 && response.Headers.RetryAfter is not null) && !(status == 501 && request.Method.Method is "TRACE" or "BREW"))
            {
                failures.Enqueue($"{status} {await DescribeAsync(request, ct)}: {body}");
            }

            if (response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) is true && body.Length > 0)
            {
                Learn(JsonSerializer.Deserialize<JsonElement>(body), text);
            }

            return status;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            failures.Enqueue($"no answer in {Patience} {await DescribeAsync(request, ct)}");
            return -1;
        }
        catch (JsonException fault)
        {
            failures.Enqueue($"an answer that is no JSON ({fault.Message}) {await DescribeAsync(request, ct)}");
            return -1;
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.InvalidResponse or HttpRequestError.ResponseEnded or HttpRequestError.Unknown)
        {
            // The server hangs up on a body that it does not read to its end, or the client refuses to send what it was given.
            return 0;
        }
    }

    /// <summary>Ids and the like of an answer, for later requests.</summary>
    private static void Learn(JsonElement answer, RandomText text)
    {
        if (answer.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in new[] { "id", "trackingCode", "nextCursor", "badgeId" })
            {
                if (answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
                {
                    text.Keep(name, value.GetString()!);
                }
            }

            if (answer.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array && items.GetArrayLength() > 0)
            {
                Learn(items[0], text);
            }
        }
    }

    /// <summary>Follows the list of incidents to its end; each incident's timeline is as long as its version says.</summary>
    private static async Task EveryListAnswersAsync(HostProcess api)
    {
        var cursor = "";
        for (var page = 0; page < 5 && cursor is not null; page++)
        {
            var listed = await api.GetAsync($"/v1/incidents?limit=50{cursor}", Ct);
            foreach (var incident in listed.GetProperty("items").EnumerateArray())
            {
                var timeline = await api.GetAsync($"/v1/incidents/{incident.GetProperty("id").GetString()}/timeline", Ct);
                Assert.True(timeline.GetProperty("items").GetArrayLength() >= incident.GetProperty("version").GetInt32());
            }

            cursor = listed.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : null;
        }

        foreach (var path in new[] { "/v1/refusals", "/v1/divisions", "/v1/catalogue", "/v1/measures?from=2026-01-01&to=2026-01-31", "/health/ready" })
        {
            using var response = await api.Http.GetAsync(new Uri(path, UriKind.Relative), Ct);
            Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        }
    }

    private static async Task<string> DescribeAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(ct);
        return $"{request.Method} {request.RequestUri!.PathAndQuery} [{string.Join("; ", request.Headers.Select(h => $"{h.Key}: {string.Join(',', h.Value)}"))}] {body[..Math.Min(body.Length, 600)]}";
    }

    private static Dictionary<string, string> Settings(string directory) => new()
    {
        ["GridActors__DataDirectory"] = directory,
        ["Serilog__MinimumLevel__Default"] = "Warning",
        ["Serilog__MinimumLevel__Override__GridActors.ApiHost.StartupNotice"] = "Information",
    };

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("gridactors-fuzz-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
