using System.Globalization;
using System.Security.Cryptography;
using GridActors.Hosting.Record;
using GridActors.Storage.Record;
using GridActors.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

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
        var run = new FuzzRun(http, api.Http.BaseAddress!, new RandomRequests(seed, await api.GetAsync("/openapi/v1.json", Ct), directory.Path));

        await SendAsync(requests / 4);
        var before = api.WorkingSet;
        await SendAsync(requests - (requests / 4));
        var after = api.WorkingSet;

        output.WriteLine($"{requests} requests from seed {seed}: {run.Describe()}; {before >> 20} MiB, then {after >> 20} MiB");
        Assert.True(run.Failures.IsEmpty, $"Seed {seed}: {string.Join('\n', run.Failures.Take(20))}\n{string.Join('\n', api.Output.Lines.Where(l => l.Contains("failed", StringComparison.Ordinal)).Take(20))}");
        Assert.True(after < before + Allowance, $"{before} bytes before, {after} after.");
        Assert.True(run.DoneOperations > run.Operations / 2, $"Too little came far: {run.Describe()}");
        await EverythingHoldsAsync(api, directory.Path);

        Task SendAsync(int count) => Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Width, CancellationToken = Ct }, async (_, ct) => await run.SendAsync(ct));
    }

    /// <summary>What holds once it is over, whatever came: each thing by itself, in any order.</summary>
    private static async Task EverythingHoldsAsync(HostProcess api, string directory)
    {
        await EveryListAnswersAsync(api);
        await TheRecordHoldsAsync(directory);
    }

    /// <summary>Every incident is what its events make, every event is hashed, and what was signed meanwhile is as it was signed.</summary>
    private static async Task TheRecordHoldsAsync(string directory)
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddSqliteStorage(new SqliteStorageOptions { DatabasePath = Path.Combine(directory, SqliteStorageOptions.FileName) }).BuildServiceProvider();
        using var key = RecordKeyFile.Read(Path.Combine(directory, RecordKeyFile.DefaultName));
        var findings = new List<RecordFinding>();
        await using var record = await services.GetRequiredService<IRecordReader>().OpenAsync(Ct);
        var summary = await new RecordVerification(record, [key], [], findings.Add).RunAsync(Ct);
        Assert.Empty(findings);
        Assert.True(summary is { Incidents: > 0, Checkpoints: > 0 }, $"{summary}");
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

    /// <summary>Nothing is sent to the addresses of webhooks, and keys for their secrets are there.</summary>
    private static Dictionary<string, string> Settings(string directory) => new()
    {
        ["RateLimits__CallerPerMinute"] = "0",
        ["Record__IntervalSeconds"] = "1",
        ["Webhooks__Send"] = "false",
        ["Webhooks__SecretKeyFile"] = WriteKey(directory),
        ["GridActors__DataDirectory"] = directory,
        ["Serilog__MinimumLevel__Default"] = "Warning",
        ["Serilog__MinimumLevel__Override__GridActors.ApiHost.StartupNotice"] = "Information",
    };

    private static string WriteKey(string directory)
    {
        var path = Path.Combine(directory, "secrets.key");
        File.WriteAllText(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return path;
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("gridactors-fuzz-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
