using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Channels;
using GridActors.Hosting.Storage;

namespace GridActors.Process.Tests;

/// <summary>The real api-host in a process of its own, on a free port, with a data directory that outlives it.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly System.Diagnostics.Process _process;
    private readonly List<string> _seen = [];
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private ApiProcess(System.Diagnostics.Process process) => _process = process;

    public HttpClient Http { get; } = new() { Timeout = Patience };

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    /// <param name="settings">Environment variables on top of the data directory and the URL.</param>
    public static async Task<ApiProcess> StartAsync(string dataDirectory, IReadOnlyDictionary<string, string> settings, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "GridActors.ApiHost.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GridActors__DataDirectory"] = dataDirectory;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var api = new ApiProcess(System.Diagnostics.Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."));
        api.Listen();
        await api.WaitForLinesAsync("dashboard:", 1, ct);
        api.Http.BaseAddress = InstanceFile.ReadUrl(dataDirectory);
        return api;
    }

    /// <summary>Completes once a number of lines with a text have come since the start.</summary>
    /// <exception cref="TimeoutException">They did not come within the patience; the message carries what came instead.</exception>
    public async Task WaitForLinesAsync(string text, int count, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            while (_seen.Count(line => line.Contains(text, StringComparison.Ordinal)) < count)
            {
                _seen.Add(await _lines.Reader.ReadAsync(patience.Token));
            }
        }
        catch (Exception fault) when (fault is ChannelClosedException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new TimeoutException($"{count} lines with '{text}' did not come. Instead:\n{string.Join('\n', _seen.TakeLast(50))}");
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(ct);
    }

    public async Task<JsonElement> GetAsync(string path, CancellationToken ct) => await Http.GetFromJsonAsync<JsonElement>(path, ct);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Listen()
    {
        _process.OutputDataReceived += (_, e) => Keep(e.Data);
        _process.ErrorDataReceived += (_, e) => Keep(e.Data);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _lines.Writer.TryComplete();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _lines.Writer.TryWrite(line);
        }
    }
}
