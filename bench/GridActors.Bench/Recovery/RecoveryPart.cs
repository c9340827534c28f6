using System.Globalization;
using GridActors.Bench.Load;
using GridActors.Bench.Results;
using GridActors.Bench.Targets;
using Npgsql;

namespace GridActors.Bench.Recovery;

/// <summary>Faults under load. Every client repeats a report until it is acknowledged, and everything acknowledged is counted afterwards.</summary>
internal static class RecoveryPart
{
    private const string Database = "recovery";
    private const int Clients = 16;
    private static readonly TimeSpan BeforeFault = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(BenchRun run, CancellationToken ct)
    {
        for (var round = 1; round <= run.Options.Rounds; round++)
        {
            foreach (var target in run.Alternate(round, run.Ours.ThreeSilos))
            {
                await MeasureAsync(run, target, "silo killed", round, async running => await running.Silos[1].KillAsync(ct), ct);
                await MeasureAsync(run, target, "PostgreSQL crashed", round, _ => run.Postgres.CrashAndRestartAsync(ct), ct);
            }
        }
    }

    private static async Task MeasureAsync(BenchRun run, Target target, string fault, int round, Func<RunningTarget, Task> breakAsync, CancellationToken ct)
    {
        if (await run.TryStartAsync(target, Database, recreate: true, ct) is not { } running)
        {
            return;
        }

        await using (running)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"r{TimeProvider.System.GetTimestamp()}");
            var answers = Path.Combine(run.Options.WorkDirectory, name);
            await Wrk.RunAsync(running.Address, "reports", 1, Clients, TimeSpan.FromSeconds(run.Options.WarmUpSeconds), [], ct);
            var load = Wrk.RunAsync(running.Address, "recovery", Clients, Clients, BeforeFault + AfterFault, [answers, name], ct);
            await Task.Delay(BeforeFault, TimeProvider.System, ct);
            var brokenAt = TimeProvider.System.GetUtcNow();
            await breakAsync(running);
            await load;
            await AddAsync(run, target, fault, round, name, Answer.ReadAll(answers), brokenAt, ct);
        }
    }

    private static async Task AddAsync(BenchRun run, Target target, string fault, int round, string name, Answer[] answers, DateTimeOffset brokenAt, CancellationToken ct)
    {
        void Add(string metric, double value) => run.Book.Add(BenchPart.Recovery, target.Name, metric, round, value);
        if (answers.Length == 0)
        {
            run.Book.Note($"{target.Title}: nothing was answered, {fault}.");
            return;
        }

        await using var database = NpgsqlDataSource.Create(run.Postgres.ConnectionString(Database));
        var timeline = new Timeline(answers, brokenAt);
        var ids = answers.Where(a => a.IsAcknowledged).Select(a => a.Id!.Value).Distinct().ToArray();
        Add(Metrics.Acknowledged(fault), ids.Length);
        Add(Metrics.Lost(fault), await CountAsync(database, RecoverySql.Lost, new("ids", ids), ct));
        Add(Metrics.Doubled(fault), await CountAsync(database, RecoverySql.Doubled, new("run", name), ct));
        Add(Metrics.ErrorFreeAfter(fault), timeline.SecondsToErrorsUnderOnePercent());
        Add(Metrics.FullRateAfter(fault), timeline.SecondsToFullRate());
        Add(Metrics.Overdue, await CountAsync(database, RecoverySql.Overdue, null, ct));
    }

    private static async Task<long> CountAsync(NpgsqlDataSource database, string sql, NpgsqlParameter? parameter, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        if (parameter is not null)
        {
            command.Parameters.Add(parameter);
        }

        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
