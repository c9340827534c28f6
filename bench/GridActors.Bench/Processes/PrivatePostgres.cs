using System.Globalization;
using Npgsql;

namespace GridActors.Bench.Processes;

/// <summary>A PostgreSQL of this run alone: its own directory, a free port of the loopback address, never root.</summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    /// <summary>Everything that is not the default. Durability is untouched: fsync and synchronous_commit are on, and said so.</summary>
    private static readonly string[] Settings =
    [
        "fsync=on", "synchronous_commit=on", "full_page_writes=on", "shared_buffers=1GB", "max_wal_size=8GB", "checkpoint_timeout=15min",
        "max_connections=300", "listen_addresses=127.0.0.1", "wal_compression=lz4", "autovacuum=on", "jit=off",
    ];

    private readonly string _binaries;
    private readonly string _directory;
    private readonly int _port = FreePort.Next();

    private PrivatePostgres(string binaries, string directory)
    {
        _binaries = binaries;
        _directory = directory;
    }

    /// <summary>Readable by whoever started the server.</summary>
    public string LogFile => Path.Combine(_directory, "server.log");

    public static string Described => string.Join(", ", Settings.Where(s => !s.StartsWith("listen", StringComparison.Ordinal)));

    public static async Task<PrivatePostgres> StartAsync(string workDirectory, CancellationToken ct)
    {
        var server = new PrivatePostgres(FindBinaries(), Path.Combine(workDirectory, "postgres"));
        if (IsRoot)
        {
            await Shell.RunAsync("install", ["-d", "-m", "0700", "-o", RunAs, server._directory], ct);
        }

        await server.RunAsync("initdb", ["-D", server._directory, "-U", "bench", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale", "C.UTF-8"], ct);
        await server.StartServerAsync(ct);
        return server;
    }

    public string ConnectionString(string database) => string.Create(
        CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={_port};Username=bench;Database={database};Maximum Pool Size=64;Max Auto Prepare=40;Auto Prepare Min Usages=2;Application Name=bench");

    /// <summary>An empty database under this name, whatever was there before.</summary>
    public async Task RecreateAsync(string database, CancellationToken ct)
    {
        await ExecuteAsync("postgres", $"DROP DATABASE IF EXISTS {database} WITH (FORCE)", ct);
        await ExecuteAsync("postgres", $"CREATE DATABASE {database}", ct);
        await ExecuteAsync("postgres", "CHECKPOINT", ct);
    }

    public async Task<object?> ExecuteAsync(string database, string sql, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString(database) + ";Pooling=false;Command Timeout=1800");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(ct);
    }

    /// <summary>All processes of the server at once, without a checkpoint, as after a crash; then a start with recovery.</summary>
    public async Task CrashAndRestartAsync(CancellationToken ct)
    {
        await RunAsync("pg_ctl", ["-D", _directory, "-m", "immediate", "-w", "stop"], ct);
        await StartServerAsync(ct);
    }

    public async ValueTask DisposeAsync() => await RunAsync("pg_ctl", ["-D", _directory, "-m", "immediate", "-w", "stop"], CancellationToken.None);

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>The account that owns the server where the bench runs as root; PostgreSQL refuses root.</summary>
    private static string RunAs => Environment.GetEnvironmentVariable("BENCH_POSTGRES_USER") ?? "postgres";

    private static string FindBinaries() =>
        Environment.GetEnvironmentVariable("BENCH_POSTGRES_BIN")
        ?? (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin" : null)
        ?? throw new InvalidOperationException("There is no PostgreSQL under /usr/lib/postgresql. Name its bin directory in BENCH_POSTGRES_BIN.");

    private Task<string> StartServerAsync(CancellationToken ct)
    {
        var options = string.Create(CultureInfo.InvariantCulture, $"-p {_port} -k {_directory} {string.Concat(Settings.Select(s => $"-c {s} "))}");
        return RunAsync("pg_ctl", ["-D", _directory, "-l", LogFile, "-w", "-t", "120", "-o", options, "start"], ct);
    }

    private Task<string> RunAsync(string program, string[] arguments, CancellationToken ct)
    {
        var path = Path.Combine(_binaries, program);
        return IsRoot
            ? Shell.RunAsync("setpriv", ["--reuid", RunAs, "--regid", RunAs, "--clear-groups", path, .. arguments], ct)
            : Shell.RunAsync(path, arguments, ct);
    }
}
