using GridActors.Bench.Load;
using GridActors.Bench.Results;
using GridActors.Bench.Seeding;
using GridActors.Bench.Targets;

namespace GridActors.Bench.Lifecycles;

/// <summary>Whole lives, one client waiting for each step; on an empty store, and on one with years of work in it.</summary>
internal static class LifecyclesPart
{
    private const string EmptyStore = "lives_empty";
    private const string FullStore = "lives_full";
    private const int Clients = 64;
    private const int Closed = 1_000_000;
    private const int Open = 100_000;
    private const int Pages = 100;
    private const string Page = "/v1/incidents?under=652390001000&limit=50";

    public static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        var ours = run.Ours.OneProcess;
        var hasFull = run.Options.Wants(ours.Name) && ours.IsBuilt && await TryFillAsync(run, ours, ct);
        for (var round = 1; round <= run.Options.Rounds; round++)
        {
            foreach (var target in run.Alternate(round, ours, run.Ours.Split, run.Ours.Embedded, run.Peers.IdiomaticOrleans, run.Peers.TunedOrleans, run.Peers.PlainNpgsql))
            {
                if (await MeasureAsync(run, target, EmptyStore, recreate: true, ct) is { } empty)
                {
                    run.Book.Add(BenchPart.Lifecycle, target.Name, Metrics.LivesEmpty, round, empty.ExtraPerSecond);
                    run.Book.Add(BenchPart.Lifecycle, target.Name, Metrics.StepP50, round, empty.P50);
                    run.Book.Add(BenchPart.Lifecycle, target.Name, Metrics.StepP99, round, empty.P99);
                    run.Book.Add(BenchPart.Lifecycle, target.Name, Metrics.LifeErrors, round, empty.ErrorPercent);
                }

                if (target.Name == ours.Name && hasFull)
                {
                    await MeasureFullAsync(run, target, round, ct);
                }
            }
        }
    }

    private static async Task MeasureFullAsync(BenchRun run, Target target, int round, CancellationToken ct)
    {
        if (await MeasureAsync(run, target, FullStore, recreate: false, ct) is { } full)
        {
            run.Book.Add(BenchPart.Lifecycle, target.Name, Metrics.LivesFull, round, full.ExtraPerSecond);
            run.Book.Add(BenchPart.Lifecycle, target.Name, Metrics.StepP99Full, round, full.P99);
        }

        if (await run.TryStartAsync(target, FullStore, recreate: false, ct) is { } running)
        {
            await using (running)
            {
                using var api = new IncidentApi(running);
                await api.TimeAsync(Page, Pages, ct);
                run.Book.Add(BenchPart.Lifecycle, target.Name, Metrics.ListPage, round, Statistics.Median(await api.TimeAsync(Page, Pages, ct)));
            }
        }
    }

    private static async Task<WrkResult?> MeasureAsync(BenchRun run, Target target, string database, bool recreate, CancellationToken ct)
    {
        if (await run.TryStartAsync(target, database, recreate, ct) is not { } running)
        {
            return null;
        }

        await using (running)
        {
            await Wrk.RunAsync(running.Address, "lifecycles", 1, Clients, TimeSpan.FromSeconds(run.Options.WarmUpSeconds), [], ct, running.Authorization);
            await run.Postgres.ExecuteAsync("postgres", "CHECKPOINT", ct);
            return await Wrk.RunAsync(running.Address, "lifecycles", 1, Clients, TimeSpan.FromSeconds(run.Options.Seconds), [], ct, running.Authorization);
        }
    }

    private static async Task<bool> TryFillAsync(BenchRun run, Target ours, CancellationToken ct)
    {
        if (await run.TryStartAsync(ours, FullStore, recreate: true, ct) is not { } running)
        {
            return false;
        }

        await using (running)
        {
            using var api = new IncidentApi(running);
            var seed = new IncidentSeed(run.Postgres, FullStore);
            await seed.CopyAsync(await api.CloseOneAsync(ct), run.Options.Scaled(Closed), waits: false, ct);
            await seed.CopyAsync(await api.ReportAsync(dueAt: null, ct), run.Options.Scaled(Open), waits: true, ct);
        }

        return true;
    }
}
