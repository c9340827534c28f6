using GridActors.Bench.Results;

namespace GridActors.Bench.Deadlines;

/// <summary>Deadlines that wait, that fall due at once, and that fall due one after the other while others write.</summary>
internal static class DeadlinesPart
{
    /// <summary>After a start, before memory is taken: the first garbage is gone by then.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromSeconds(15);

    /// <summary>Pause of each connection between its reports: load besides the deadlines, not a second flood.</summary>
    public const string PauseMilliseconds = "20";

    public static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        var scale = run.Options;
        for (var round = 1; round <= run.Options.Rounds; round++)
        {
            foreach (var target in run.Alternate(round, run.Ours.OneProcess, run.Peers.IdiomaticOrleans, run.Peers.TunedOrleans, run.Peers.Quartz))
            {
                if (target.Name == run.Ours.OneProcess.Name)
                {
                    await OurDeadlines.MeasureAsync(run, target, new DeadlineSize(scale.Scaled(1_000_000), scale.Scaled(50_000), 300, SetPerSecond: int.MaxValue), round, ct);
                }
                else if (target.Name == run.Peers.IdiomaticOrleans.Name || target.Name == run.Peers.TunedOrleans.Name)
                {
                    await PeerDeadlines.MeasureAsync(run, target, new DeadlineSize(scale.Scaled(50_000), scale.Scaled(50_000), 300, SetPerSecond: 250), round, ct);
                }
                else
                {
                    await PeerDeadlines.MeasureAsync(run, target, new DeadlineSize(scale.Scaled(2_000), scale.Scaled(2_000), 20, SetPerSecond: 20), round, ct);
                }
            }
        }
    }

    public static void Add(BenchRun run, string target, int round, DeadlineSize size, string metric, double value)
    {
        var shown = metric switch
        {
            Metrics.FiredPerSecond => (Metrics.AtOnce, (double)size.AtOnce),
            Metrics.LatenessP50 => (Metrics.DueRate, size.PerSecond),
            _ => default((string, double)?),
        };
        if (shown is { } asked)
        {
            run.Book.Add(BenchPart.Deadlines, target, asked.Item1, round, asked.Item2);
        }

        run.Book.Add(BenchPart.Deadlines, target, metric, round, value);
    }
}
