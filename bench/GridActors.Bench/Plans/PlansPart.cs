using System.Diagnostics;
using System.Globalization;
using System.Text;
using GridActors.Bench.Load;
using GridActors.Bench.Results;
using GridActors.Bench.Seeding;
using GridActors.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Bench.Plans;

/// <summary>What PostgreSQL does for each list and count at a million incidents: the product's own statements, explained by the server as they run.</summary>
internal static class PlansPart
{
    private const string Database = "plans";
    private const int ClosedCount = 1_000_000;
    private const int OpenCount = 100_000;
    private const int Times = 21;

    public static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        var ours = run.Ours.OneProcess;
        if (!run.Options.Wants(ours.Name) || await run.TryStartAsync(ours, Database, recreate: true, ct) is not { } running)
        {
            return;
        }

        await using (running)
        {
            using var api = new IncidentApi(running);
            var seed = new IncidentSeed(run.Postgres, Database);
            await seed.CopyAsync(await api.CloseOneAsync(ct), run.Options.Scaled(ClosedCount), waits: false, ct);
            await seed.CopyAsync(await api.ReportAsync(dueAt: null, ct), run.Options.Scaled(OpenCount), waits: true, ct);
        }

        await run.Postgres.ExecuteAsync(Database, PlansSql.Vary, ct);
        await run.Postgres.ExecuteAsync(Database, PlansSql.CountCopies, ct);
        await run.Postgres.ExecuteAsync(Database, PlansSql.RefuseSome, ct);
        await run.Postgres.ExecuteAsync(Database, IncidentSeedSql.Analyze, ct);
        var path = Path.Combine(run.Options.Root, "docs", "query-plans.md");
        await File.WriteAllTextAsync(path, await DescribeAsync(run, ct), ct);
        run.Book.Note($"The query plans are in docs/query-plans.md.");
    }

    private static async Task<string> DescribeAsync(BenchRun run, CancellationToken ct)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Query plans

            Written by `bench/run --only plans`: {run.Options.Scaled(ClosedCount):N0} closed and {run.Options.Scaled(OpenCount):N0} open incidents, freshly vacuumed, everything in memory.
            Each plan is of the statement as the product sends it; the time is the median of {Times} calls, with the decoding of
            what came back.


            """);
        var times = await MeasureAsync(run, ct);
        foreach (var setting in PlansSql.Explain)
        {
            await run.Postgres.ExecuteAsync("postgres", $"ALTER DATABASE {Database} SET {setting}", ct);
        }

        await using var explained = Open(run);
        foreach (var query in StoreQuery.All(explained, Today()))
        {
            var log = new ServerLog(run.Postgres.LogFile);
            await query.RunAsync(ct);
            text.Append(CultureInfo.InvariantCulture, $"## {query.Title}\n\nMedian {times[query.Title]:F2} ms.\n\n```\n{log.ReadPlans()}\n```\n\n");
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static async Task<Dictionary<string, double>> MeasureAsync(BenchRun run, CancellationToken ct)
    {
        var medians = new Dictionary<string, double>();
        await using var services = Open(run);
        foreach (var query in StoreQuery.All(services, Today()))
        {
            var times = new double[Times];
            for (var i = 0; i < Times; i++)
            {
                var started = Stopwatch.GetTimestamp();
                await query.RunAsync(ct);
                times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }

            medians[query.Title] = Statistics.Median(times);
            run.Book.Add(BenchPart.Plans, "ours", $"{query.Title}, ms", 1, medians[query.Title]);
        }

        return medians;
    }

    /// <summary>The store takes whole milliseconds only.</summary>
    private static DateTimeOffset Today() => new(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);

    private static ServiceProvider Open(BenchRun run) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddPostgresStorage(new PostgresStorageOptions { ConnectionString = run.Postgres.ConnectionString(Database) })
        .BuildServiceProvider();
}
