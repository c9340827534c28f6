using GridActors.Bench.Load;
using GridActors.Bench.Results;
using GridActors.Bench.Targets;

namespace GridActors.Bench.Deadlines;

/// <summary>A peer: its deadlines are set over HTTP, one report each, because that is the only way it has; it says itself what it fired.</summary>
internal static class PeerDeadlines
{
    private const string Database = "deadlines";

    private static readonly TimeSpan FiringLimit = TimeSpan.FromMinutes(3);

    public static async Task MeasureAsync(BenchRun run, Target target, DeadlineSize size, int round, CancellationToken ct)
    {
        void Add(string metric, double value) => DeadlinesPart.Add(run, target.Name, round, size, metric, value);
        if (await run.TryStartAsync(target, Database, recreate: true, ct) is not { } empty)
        {
            return;
        }

        double before;
        DateTimeOffset due;
        await using (empty)
        {
            await Task.Delay(DeadlinesPart.Settle, TimeProvider.System, ct);
            before = empty.Silos[0].ResidentMegabytes();
            Add(Metrics.MemoryBefore, before);
            Add(Metrics.StartBefore, empty.StartTime.TotalSeconds);
            due = TimeProvider.System.GetUtcNow() + size.TimeToSet(size.Waiting);
            using var api = new IncidentApi(empty);
            await api.ReportAllAsync(Enumerable.Repeat(due, size.Waiting), ct);
        }

        await using var waiting = await target.StartAsync(new TargetSite(run.Postgres, Database, run.Options), ct);
        await Task.Delay(DeadlinesPart.Settle, TimeProvider.System, ct);
        Add(Metrics.Waiting, size.Waiting);
        Add(Metrics.MemoryAfter, waiting.Silos[0].ResidentMegabytes());
        Add(Metrics.MemoryAdded, waiting.Silos[0].ResidentMegabytes() - before);
        Add(Metrics.StartAfter, waiting.StartTime.TotalSeconds);
        if (TimeProvider.System.GetUtcNow() > due)
        {
            run.Book.Note($"{target.Title}: {size.Waiting} deadlines could not be set before they were due.");
            return;
        }

        await FireAtOnceAsync(waiting, size, due, Add, ct);
        await FireAtRateAsync(waiting, size, Add, ct);
    }

    private static async Task FireAtOnceAsync(RunningTarget waiting, DeadlineSize size, DateTimeOffset due, Action<string, double> add, CancellationToken ct)
    {
        using var api = new IncidentApi(waiting);
        var fired = await WaitFiredAsync(api, size.AtOnce, due, f => f.DueAt == due, ct);
        if (fired.Length > 0)
        {
            add(Metrics.FiredPerSecond, fired.Length / (fired.Max(f => f.At) - due).TotalSeconds);
        }

        add($"{Metrics.Unfired}, at once", size.AtOnce - fired.Length);
    }

    private static async Task FireAtRateAsync(RunningTarget waiting, DeadlineSize size, Action<string, double> add, CancellationToken ct)
    {
        using var api = new IncidentApi(waiting);
        var now = TimeProvider.System.GetUtcNow();
        var first = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)) + size.TimeToSet(size.DuringRate);
        await api.ReportAllAsync(Enumerable.Range(0, size.DuringRate).Select(i => first.AddMilliseconds(i * 1000 / size.PerSecond)), ct);
        var lead = first - TimeProvider.System.GetUtcNow();
        await Task.Delay(lead > TimeSpan.Zero ? lead : TimeSpan.Zero, TimeProvider.System, ct);
        var writes = await Wrk.RunAsync(waiting.Address, "reports", 1, 16, DeadlineSize.RateDuration, [DeadlinesPart.PauseMilliseconds], ct);
        var last = first + DeadlineSize.RateDuration;
        var fired = await WaitFiredAsync(api, size.DuringRate, last, f => f.DueAt >= first && f.DueAt < last, ct);
        if (fired.Length > 0)
        {
            double[] lateness = [.. fired.Select(f => f.LatenessMilliseconds)];
            add(Metrics.LatenessP50, Statistics.Percentile(lateness, 50));
            add(Metrics.LatenessP99, Statistics.Percentile(lateness, 99));
        }

        add(Metrics.WritesMeanwhile, writes.GoodPerSecond);
        add($"{Metrics.Unfired}, at a rate", size.DuringRate - fired.Length);
    }

    private static async Task<FiredDeadline[]> WaitFiredAsync(IncidentApi api, int count, DateTimeOffset due, Func<FiredDeadline, bool> counts, CancellationToken ct)
    {
        FiredDeadline[] fired;
        do
        {
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, ct);
            fired = TimeProvider.System.GetUtcNow() < due ? [] : [.. (await api.FiredAsync(ct)).Where(counts)];
        }
        while (fired.Length < count && TimeProvider.System.GetUtcNow() < due + FiringLimit);

        return fired;
    }
}
