using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using GridActors.Core.Access;
using GridActors.Hosting.Access;
using Xunit.Sdk;
using Xunit.v3;

// Each scenario has a handful of processes and asks nothing but what becomes of them; two at once would only be slower.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace GridActors.Process.Tests;

/// <summary>A real host in a process of its own, on a free port.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    public const string Api = "GridActors.ApiHost.dll";
    public const string Silo = "GridActors.SiloHost.dll";

    /// <summary>Of the clusters of these tests, which nobody else reaches.</summary>
    public static readonly string TicketKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private const string DataDirectory = "GridActors__DataDirectory";

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly System.Diagnostics.Process _process;
    private readonly ProcessOutput[] _outputs;
    private readonly string? _ownDirectory;

    private HostProcess(System.Diagnostics.Process process, ProcessOutput? shared, string? ownDirectory)
    {
        _process = process;
        _outputs = shared is null ? [Output] : [Output, shared];
        _ownDirectory = ownDirectory;
    }

    /// <summary>Bytes of it that are in memory now.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Calls as somebody with every role in every place.</summary>
    public HttpClient Http { get; } = new() { Timeout = Patience };

    /// <summary>Everything that it said, on either stream.</summary>
    public ProcessOutput Output { get; } = new();

    /// <summary>What of it was on the error stream.</summary>
    public ProcessOutput Errors { get; } = new();

    /// <summary>Starts one and waits until it says where it listens.</summary>
    /// <param name="settings">Environment variables.</param>
    /// <param name="shared">Hears what it says, too.</param>
    public static async Task<HostProcess> StartAsync(string host, IReadOnlyDictionary<string, string> settings, CancellationToken ct, ProcessOutput? shared = null)
    {
        var started = Start(host, settings, shared);
        try
        {
            await started.Output.WaitForAsync("http://", 1, 0, ct);
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }

        started.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", IssueToken(started._ownDirectory ?? settings[DataDirectory]));
        started.Http.BaseAddress = started.Output.Lines.Select(l => Address().Match(l)).Where(m => m.Success).Select(m => new Uri(m.Value)).First();
        return started;
    }

    /// <summary>Starts one that is expected to refuse, and waits for its end.</summary>
    public static async Task<(int ExitCode, HostProcess Process)> RunToEndAsync(string host, IReadOnlyDictionary<string, string> settings, CancellationToken ct)
    {
        var started = Start(host, settings, null);
        return (await started.WaitForExitAsync(ct), started);
    }

    public async Task<JsonElement> GetAsync(string path, CancellationToken ct) => await Http.GetFromJsonAsync<JsonElement>(path, ct);

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(ct);
    }

    /// <summary>SIGTERM: what whoever runs it sends to have it stop by itself.</summary>
    public async Task TerminateAsync(CancellationToken ct)
    {
        using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync(ct);
    }

    /// <returns>Its exit code.</returns>
    /// <exception cref="TimeoutException">It runs on.</exception>
    public async Task<int> WaitForExitAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"The process did not end. It said:\n{string.Join('\n', Output.Lines.TakeLast(60))}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        if (_ownDirectory is not null)
        {
            Directory.Delete(_ownDirectory, recursive: true);
        }
    }

    private static HostProcess Start(string host, IReadOnlyDictionary<string, string> settings, ProcessOutput? shared)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, host)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["RateLimits__AnonymousPerMinute"] = "0";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var ownDirectory = settings.ContainsKey(DataDirectory) ? null : Directory.CreateTempSubdirectory("gridactors-process-").FullName;
        start.Environment[DataDirectory] = ownDirectory ?? settings[DataDirectory];

        var process = System.Diagnostics.Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var started = new HostProcess(process, shared, ownDirectory);
        started.Listen();
        return started;
    }

    private static string IssueToken(string dataDirectory)
    {
        using var issuer = DevelopmentIssuer.Open(dataDirectory);
        return issuer.IssueToken(
            "tester",
            [new Grant(CallerRole.CentreOperator, ""), new Grant(CallerRole.Administrator, "")],
            TimeProvider.System.GetUtcNow(),
            TimeSpan.FromHours(8));
    }

    private void Listen()
    {
        _process.OutputDataReceived += (_, e) => Keep(e.Data, _outputs);
        _process.ErrorDataReceived += (_, e) => Keep(e.Data, [Errors, .. _outputs]);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => Output.Complete();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private static void Keep(string? line, ProcessOutput[] outputs)
    {
        foreach (var output in line is null ? [] : outputs)
        {
            output.Add(line!);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
