using System.Globalization;
using System.Runtime.InteropServices;
using GridActors.Bench.Processes;

namespace GridActors.Bench.Results;

/// <summary>What the numbers depend on.</summary>
internal sealed record Machine(DateTimeOffset At, int Cores, string Processor, double MemoryGigabytes, string Kernel, string Runtime, string Postgres, string PostgresSettings)
{
    public static async Task<Machine> DescribeAsync(PrivatePostgres postgres, CancellationToken ct)
    {
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown";
        var memory = double.Parse(File.ReadLines("/proc/meminfo").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024 / 1024;
        var version = (string?)await postgres.ExecuteAsync("postgres", "SHOW server_version", ct) ?? "unknown";
        return new Machine(
            TimeProvider.System.GetUtcNow(), Environment.ProcessorCount, processor, Math.Round(memory, 1), RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription, version, PrivatePostgres.Described);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Cores} cores ({Processor}), {MemoryGigabytes} GB, {Kernel}, {Runtime}; load, servers and database on this one machine.\nPostgreSQL {Postgres}: {PostgresSettings}.");
}
