using System.Globalization;
using GridActors.Bench.Load;
using GridActors.Bench.Processes;
using GridActors.Bench.Results;
using GridActors.Bench.Targets;

namespace GridActors.Bench.Reports;

/// <summary>Reports over HTTP, at few and at many connections.</summary>
internal static class ReportsPart
{
    private const string Database = "reports";
    private const string Raw = "raw";
    private static readonly int[] Connections = [16, 128];

    public static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        for (var round = 1; round <= run.Options.Rounds; round++)
        {
            var targets = run.Alternate(round, run.Ours.OneProcess, run.Ours.Split, run.Ours.Embedded, run.Peers.IdiomaticOrleans, run.Peers.TunedOrleans, run.Peers.PlainNpgsql, run.Peers.Empty);
            foreach (var target in targets)
            {
                await MeasureAsync(run, target, round, ct);
            }

            if (run.Options.Wants(Raw))
            {
                await MeasureDatabaseAsync(run, round, ct);
            }
        }
    }

    private static async Task MeasureAsync(BenchRun run, Target target, int round, CancellationToken ct)
    {
        if (await run.TryStartAsync(target, Database, recreate: true, ct) is not { } running)
        {
            return;
        }

        await using (running)
        {
            await Wrk.RunAsync(running.Address, "reports", 1, Connections[^1], TimeSpan.FromSeconds(run.Options.WarmUpSeconds), [], ct);
            foreach (var connections in Connections)
            {
                await run.Postgres.ExecuteAsync("postgres", "CHECKPOINT", ct);
                var result = await Wrk.RunAsync(running.Address, "reports", 1, connections, TimeSpan.FromSeconds(run.Options.Seconds), [], ct);
                run.Book.Add(BenchPart.Reports, target.Name, Metrics.ReportsAt(connections), round, result.GoodPerSecond);
                run.Book.Add(BenchPart.Reports, target.Name, Metrics.P50At(connections), round, result.P50);
                run.Book.Add(BenchPart.Reports, target.Name, Metrics.P99At(connections), round, result.P99);
                run.Book.Add(BenchPart.Reports, target.Name, Metrics.ErrorsAt(connections), round, result.ErrorPercent);
            }
        }
    }

    /// <summary>Has no connections to tell apart: it stands in the column that the ratios are taken from.</summary>
    private static async Task MeasureDatabaseAsync(BenchRun run, int round, CancellationToken ct)
    {
        run.Book.Name(Raw, "Multi-row insert loop, the database's limit");
        await run.Postgres.RecreateAsync(Database, ct);
        var seconds = run.Options.Seconds.ToString(CultureInfo.InvariantCulture);
        var rows = await Shell.RunAsync("dotnet", [run.Peers.RawInsertAssembly, run.Postgres.ConnectionString(Database), seconds], ct);
        run.Book.Add(BenchPart.Reports, Raw, Metrics.ReportsAt(Connections[^1]), round, double.Parse(rows, CultureInfo.InvariantCulture));
    }
}
