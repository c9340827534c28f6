using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit.Sdk;

namespace GridActors.Testing;

/// <summary>
/// A private PostgreSQL in a directory and on a port of its own, for one test class that needs one to itself: its feed
/// waits for every writer on the server, and a crash hits everybody. Never runs as root: under root it belongs to the user
/// postgres. A machine without PostgreSQL fails the tests.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime, IPostgresServer
{
    private const string Settings = "-c autovacuum=off -c max_connections=300 -c shared_buffers=128MB -c listen_addresses=127.0.0.1";

    private readonly string _directory = Directory.CreateTempSubdirectory("gridactors-postgres-").FullName;
    private readonly int _port = FreePort();
    private PostgresDatabases? _databases;

    /// <summary>Whether it waits for the disk at each commit, as in an installation. Who asks what a crash leaves behind needs it.</summary>
    public bool IsDurable { get; init; }

    /// <summary>Its data directory.</summary>
    public string Data => Path.Combine(_directory, "data");

    public async ValueTask InitializeAsync()
    {
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "postgres", _directory);
        }

        await RunAsServerAsync("initdb", "-D", Data, "-U", "gridactors", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--wal-segsize=1");
        await StartAsync();
        _databases = new PostgresDatabases($"Host=127.0.0.1;Port={_port};Username=gridactors;Database=postgres");
    }

    public string CreateDatabase() => (_databases ?? throw new InvalidOperationException("The server has not been started.")).Create();

    /// <summary>A new database with nothing in it.</summary>
    /// <returns>Its connection string.</returns>
    public string CreateEmptyDatabase() => (_databases ?? throw new InvalidOperationException("The server has not been started.")).CreateEmpty();

    /// <summary>
    /// Lets no process of the server write past a size in any file, until it is called with null: to the server it is a disk
    /// that is full where a larger file grows. A size that is no multiple of a page cuts a page in two, as such a disk does.
    /// </summary>
    public async Task LimitFileSizesAsync(long? bytes)
    {
        var limit = bytes?.ToString(CultureInfo.InvariantCulture) ?? "unlimited";
        var postmaster = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0].Trim();

        // The parent first: whoever it starts from then on has the limit already.
        await RunAsServerAsync("prlimit", "--pid", postmaster, $"--fsize={limit}:");
        foreach (var child in (await File.ReadAllTextAsync($"/proc/{postmaster}/task/{postmaster}/children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                await RunAsServerAsync("prlimit", "--pid", child, $"--fsize={limit}:");
            }
            catch (XunitException) when (!Directory.Exists($"/proc/{child}"))
            {
                // A session that has ended needs no limit.
            }
        }
    }

    /// <summary>Ends every process of the server without a word, as a crash does, and starts it again: it recovers from its log.</summary>
    public async Task CrashAndStartAsync()
    {
        await RunAsServerAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsServerAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(_directory, recursive: true);
    }

    private Task StartAsync() => RunAsServerAsync(
        "pg_ctl", "-D", Data, "-l", Path.Combine(_directory, "log"), "-o", string.Create(CultureInfo.InvariantCulture, $"{Settings} -c fsync={(IsDurable ? "on" : "off")} -p {_port} -k {_directory}"), "-w", "start");

    private static Task RunAsServerAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", Find(program), .. arguments])
        : RunAsync(Find(program), arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {string.Concat(said)}");
    }

    /// <summary>Debian keeps the server's programs out of the path.</summary>
    private static string Find(string program)
    {
        var directories = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).ToList();
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            directories.InsertRange(0, Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")));
        }

        return directories.Select(d => Path.Combine(d, program)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"PostgreSQL's {program} is not installed (Debian: apt-get install postgresql).");
    }

    private static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
