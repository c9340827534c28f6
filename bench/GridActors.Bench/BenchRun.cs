using GridActors.Bench.Processes;
using GridActors.Bench.Results;
using GridActors.Bench.Targets;

namespace GridActors.Bench;

/// <summary>What every part needs.</summary>
internal sealed record BenchRun(BenchOptions Options, PrivatePostgres Postgres, ResultBook Book, OurHosts Ours, Peers Peers)
{
    /// <summary>The targets that were asked for and are built, in the order of this round: it rotates, so that none always comes first.</summary>
    public IEnumerable<Target> Alternate(int round, params Target[] targets)
    {
        foreach (var missing in targets.Where(t => Options.Wants(t.Name) && !t.IsBuilt))
        {
            Book.Note($"{missing.Title} is not built and was left out.");
        }

        Target[] wanted = [.. targets.Where(t => Options.Wants(t.Name) && t.IsBuilt)];
        foreach (var target in wanted)
        {
            Book.Name(target.Name, target.Title);
        }

        return wanted.Select((_, i) => wanted[(i + round - 1) % wanted.Length]);
    }

    /// <summary>Starts a target on a database of its own, empty unless it is to be kept.</summary>
    /// <returns>Null where it does not start; a note says why, and the rest of the run goes on.</returns>
    public async Task<RunningTarget?> TryStartAsync(Target target, string database, bool recreate, CancellationToken ct)
    {
        if (recreate)
        {
            await Postgres.RecreateAsync(database, ct);
            var data = Path.Combine(Options.WorkDirectory, "data", database);
            if (Directory.Exists(data))
            {
                Directory.Delete(data, recursive: true);
            }
        }

        try
        {
            return await target.StartAsync(new TargetSite(Postgres, database, Options), ct);
        }
        catch (InvalidOperationException e)
        {
            Book.Note($"{target.Title} does not start: {e.Message.ReplaceLineEndings(" ")}");
            return null;
        }
    }
}
