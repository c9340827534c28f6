using System.Diagnostics;
using System.Globalization;

namespace GridActors.Bench.Processes;

/// <summary>A server under test. What it prints goes to a file in the work directory; its pid to the list that <c>bench/run</c> cleans up by.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly Task _output;

    private ServerProcess(string name, Process process, string log)
    {
        Name = name;
        _process = process;
        Log = log;
        _output = Task.WhenAll(CopyAsync(process.StandardOutput.BaseStream, log), CopyAsync(process.StandardError.BaseStream, log + ".errors"));
    }

    public string Name { get; }

    public string Log { get; }

    public static ServerProcess Start(string name, string assembly, IReadOnlyDictionary<string, string> environment, string workDirectory)
    {
        var stamp = Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("dotnet", [assembly])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Directory.CreateDirectory(Path.Combine(workDirectory, $"{name}-{stamp}")).FullName,
        };
        start.Environment["DOTNET_gcServer"] = "1";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{assembly} does not start.");
        File.AppendAllText(Path.Combine(workDirectory, "pids"), string.Create(CultureInfo.InvariantCulture, $"{process.Id}\n"));
        return new ServerProcess(name, process, Path.Combine(workDirectory, $"{name}-{stamp}.log"));
    }

    /// <summary>Asks until the address answers 2xx.</summary>
    /// <returns>The time since the process was started.</returns>
    /// <exception cref="InvalidOperationException">The process ended, or is not ready after three minutes.</exception>
    public async Task<TimeSpan> WaitReadyAsync(Uri address, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < StartLimit;)
        {
            if (_process.HasExited)
            {
                break;
            }

            try
            {
                using var answer = await http.GetAsync(address, ct);
                if (answer.IsSuccessStatusCode)
                {
                    return TimeProvider.System.GetLocalNow().DateTime - _process.StartTime;
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, ct);
        }

        throw new InvalidOperationException($"{Name} is not ready. See {Log}: {await TailAsync()}");
    }

    /// <summary>Resident memory in MB.</summary>
    public double ResidentMegabytes()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public Task KillAsync(CancellationToken ct)
    {
        _process.Kill();
        return _process.WaitForExitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Shell.RunAsync("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)], CancellationToken.None);
            using var limit = new CancellationTokenSource(StopLimit, TimeProvider.System);
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill();
            }
        }

        await _output;
        _process.Dispose();
    }

    private static async Task CopyAsync(Stream from, string path)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        await from.CopyToAsync(file);
    }

    private async Task<string> TailAsync()
    {
        var lines = await File.ReadAllLinesAsync(Log);
        var errors = await File.ReadAllLinesAsync(Log + ".errors");
        return string.Join('\n', lines.Concat(errors).TakeLast(15));
    }
}
