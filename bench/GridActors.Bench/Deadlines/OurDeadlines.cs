using System.Globalization;
using GridActors.Bench.Load;
using GridActors.Bench.Results;
using GridActors.Bench.Seeding;
using GridActors.Bench.Targets;

namespace GridActors.Bench.Deadlines;

/// <summary>Ours: the waiting incidents are loaded by SQL, what fired is read from the journal.</summary>
internal static class OurDeadlines
{
    private const string Database = "deadlines";
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FiringLimit = TimeSpan.FromMinutes(3);

    public static async Task MeasureAsync(BenchRun run, Target target, DeadlineSize size, int round, CancellationToken ct)
    {
        void Add(string metric, double value) => DeadlinesPart.Add(run, target.Name, round, size, metric, value);
        if (await run.TryStartAsync(target, Database, recreate: true, ct) is not { } first)
        {
            return;
        }

        Guid template;
        double before;
        var seed = new IncidentSeed(run.Postgres, Database);
        await using (first)
        {
            using var api = new IncidentApi(first);
            template = await api.ReportAsync(dueAt: null, ct);
        }

        await using (var empty = await RestartAsync(run, target, ct))
        {
            before = empty.Silos[0].ResidentMegabytes();
            Add(Metrics.MemoryBefore, before);
            Add(Metrics.StartBefore, empty.StartTime.TotalSeconds);
        }

        await seed.CopyAsync(template, size.Waiting, waits: true, ct);
        await using var waiting = await RestartAsync(run, target, ct);
        Add(Metrics.Waiting, size.Waiting);
        Add(Metrics.MemoryAfter, waiting.Silos[0].ResidentMegabytes());
        Add(Metrics.MemoryAdded, waiting.Silos[0].ResidentMegabytes() - before);
        Add(Metrics.StartAfter, waiting.StartTime.TotalSeconds);
        await FireAtOnceAsync(run, seed, size, Add, ct);
        await FireAtRateAsync(run, seed, waiting, size, Add, ct);
    }

    private static async Task<RunningTarget> RestartAsync(BenchRun run, Target target, CancellationToken ct)
    {
        var running = await target.StartAsync(new TargetSite(run.Postgres, Database, run.Options), ct);
        await Task.Delay(DeadlinesPart.Settle, TimeProvider.System, ct);
        return running;
    }

    private static async Task FireAtOnceAsync(BenchRun run, IncidentSeed seed, DeadlineSize size, Action<string, double> add, CancellationToken ct)
    {
        var due = TimeProvider.System.GetUtcNow() + Lead;
        await seed.SetDueAsync(size.AtOnce, due, TimeSpan.Zero, ct);
        var unfired = await WaitFiredAsync(run, size.AtOnce, due, ct);
        var last = (DateTime)(await AskAsync(run, OurDeadlinesSql.LastFired, due, ct))!;
        add(Metrics.FiredPerSecond, (size.AtOnce - unfired) / (last - due.UtcDateTime).TotalSeconds);
        add($"{Metrics.Unfired}, at once", unfired);
    }

    private static async Task FireAtRateAsync(BenchRun run, IncidentSeed seed, RunningTarget waiting, DeadlineSize size, Action<string, double> add, CancellationToken ct)
    {
        var first = TimeProvider.System.GetUtcNow() + Lead;
        await seed.SetDueAsync(size.DuringRate, first, TimeSpan.FromSeconds(1.0 / size.PerSecond), ct);
        await Task.Delay(first - TimeProvider.System.GetUtcNow(), TimeProvider.System, ct);
        var writes = await Wrk.RunAsync(waiting.Address, "reports", 1, 16, DeadlineSize.RateDuration, [DeadlinesPart.PauseMilliseconds], ct);
        var unfired = await WaitFiredAsync(run, size.DuringRate, first, ct);
        var lateness = (double[])(await AskAsync(run, OurDeadlinesSql.Lateness, first, ct))!;
        add(Metrics.LatenessP50, Statistics.Percentile(lateness, 50));
        add(Metrics.LatenessP99, Statistics.Percentile(lateness, 99));
        add(Metrics.WritesMeanwhile, writes.GoodPerSecond);
        add($"{Metrics.Unfired}, at a rate", unfired);
    }

    /// <returns>How many have not fired when the limit is over; 0 as soon as all have.</returns>
    private static async Task<long> WaitFiredAsync(BenchRun run, int count, DateTimeOffset since, CancellationToken ct)
    {
        var limit = since + FiringLimit;
        var unfired = (long)count;
        while (unfired > 0 && TimeProvider.System.GetUtcNow() < limit)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, ct);
            unfired = count - (long)(await AskAsync(run, OurDeadlinesSql.CountFired, since, ct))!;
        }

        return Math.Max(0, unfired);
    }

    private static Task<object?> AskAsync(BenchRun run, string sql, DateTimeOffset since, CancellationToken ct) =>
        run.Postgres.ExecuteAsync(Database, sql.Replace("{since}", since.ToString("O", CultureInfo.InvariantCulture), StringComparison.Ordinal), ct);
}
