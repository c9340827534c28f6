using System.Collections.Immutable;

namespace GridActors.Bench.Results;

internal static class Goals
{
    public static ImmutableArray<Goal> Of(ResultBook book)
    {
        double? Report(string target) => book.Median(BenchPart.Reports, target, Metrics.ReportsAt(128));
        double? Life(string target, string metric) => book.Median(BenchPart.Lifecycle, target, metric);
        double? Due(string metric) => book.Median(BenchPart.Deadlines, "ours", metric);
        double? Recovered(string metric) => book.Median(BenchPart.Recovery, "ours-3", metric);
        return
        [
            new("one process ÷ documented Orleans, reports/s at 128", true, 6, Report("ours") / Report("orleans")),
            new("one process ÷ plain Npgsql, reports/s at 128", true, 1.7, Report("ours") / Report("plain")),
            new("split ÷ documented Orleans, reports/s at 128", true, 4.5, Report("ours-split") / Report("orleans")),
            new("split ÷ plain Npgsql, reports/s at 128", true, 1.2, Report("ours-split") / Report("plain")),
            new("one process, p99 at 16 connections, ms", false, 60, book.Median(BenchPart.Reports, "ours", Metrics.P99At(16))),
            new("one process, lifecycles/s on an empty store", true, 1_000, Life("ours", Metrics.LivesEmpty)),
            new("one process, lifecycles/s with a million incidents, % of the empty store", true, 90, 100 * Life("ours", Metrics.LivesFull) / Life("ours", Metrics.LivesEmpty)),
            new("list page under a township at a million incidents, median ms", false, 20, Life("ours", Metrics.ListPage)),
            new("memory added by a million waiting deadlines, MB", false, 60, Due(Metrics.MemoryAdded)),
            new("deadlines fired per second, all due at once", true, 3_000, Due(Metrics.FiredPerSecond)),
            new("lateness p99 at 300 due/s, ms", false, 1_500, Due(Metrics.LatenessP99)),
            new("acknowledged reports lost: silo killed", false, 0, Recovered(Metrics.Lost("silo killed"))),
            new("reports doubled: silo killed", false, 0, Recovered(Metrics.Doubled("silo killed"))),
            new("acknowledged reports lost: PostgreSQL crashed", false, 0, Recovered(Metrics.Lost("PostgreSQL crashed"))),
            new("reports doubled: PostgreSQL crashed", false, 0, Recovered(Metrics.Doubled("PostgreSQL crashed"))),
            new("deadlines overdue by more than 10 s at the end of the recovery part", false, 0, Recovered(Metrics.Overdue)),
        ];
    }
}
