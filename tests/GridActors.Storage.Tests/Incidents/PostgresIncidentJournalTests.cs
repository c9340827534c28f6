using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GridActors.Storage.Tests.Incidents;

public sealed class PostgresIncidentJournalTests(SharedPostgresServer server)
    : IncidentJournalContract(new PostgresStorageUnderTest(server, o => o with { QueueCapacity = QueueCapacity, MaxBatch = MaxBatch }))
{
    private const int QueueCapacity = 256;
    private const int MaxBatch = 100;

    /// <summary>A batch for each of two writers has left the queue while the table is locked.</summary>
    private const int MoreThanFits = (2 * MaxBatch) + QueueCapacity + 1;

    private PostgresStorageUnderTest Postgres => (PostgresStorageUnderTest)Storage;

    [Fact]
    public async Task A_full_queue_refuses_and_loses_nothing_that_it_took()
    {
        var reports = Enumerable.Range(0, MoreThanFits).Select(_ => Sample.Report()).ToList();
        await using var other = await Postgres.ConnectAsync();
        await using var locked = await other.BeginTransactionAsync(Cancelled);
        await ExecuteAsync(other, "LOCK TABLE incident IN EXCLUSIVE MODE");

        var appends = reports.ConvertAll(r => Storage.Journal.AppendAsync(r, Cancelled));
        var refused = appends.Where(a => a.IsFaulted).ToList();
        await locked.RollbackAsync(Cancelled);

        Assert.NotEmpty(refused);
        Assert.All(refused, a => Assert.IsType<JournalFullException>(a.Exception!.InnerException));
        Assert.All(await Task.WhenAll(appends.Except(refused)), r => Assert.Equal(AppendResult.Appended, r));
        Assert.Equal((long)appends.Count - refused.Count, await Postgres.ExecuteAsync("SELECT count(*) FROM incident_event"));
    }

    [Fact]
    public async Task What_the_database_cannot_hold_fails_alone()
    {
        var good = Enumerable.Range(0, 20).Select(_ => Sample.Report()).ToList();
        var taken = Sample.Report();
        await Storage.Journal.StoreAsync(taken);
        var poison = Enumerable.Range(0, 3).Select(_ => Sample.Report(trackingCode: taken.State.TrackingCode)).ToList();

        var appends = good.Take(10).Concat(poison).Concat(good.Skip(10)).Select(r => Storage.Journal.AppendAsync(r, Cancelled)).ToList();

        foreach (var append in appends[10..13])
        {
            var refusal = await Assert.ThrowsAsync<JournalUnavailableException>(() => append);
            Assert.Equal(PostgresErrorCodes.UniqueViolation, Assert.IsType<PostgresException>(refusal.InnerException).SqlState);
        }

        Assert.All(await Task.WhenAll([.. appends[..10], .. appends[13..]]), r => Assert.Equal(AppendResult.Appended, r));
        Assert.Equal(21L, await Postgres.ExecuteAsync("SELECT count(*) FROM incident"));
    }

    [Fact]
    public async Task A_character_that_the_database_has_no_room_for_comes_back()
    {
        var report = WithNul(Sample.Report());

        await Storage.Journal.StoreAsync(report);

        Assert.Equal("a\0b", (await Storage.Journal.FindAsync(report.State.Id, Cancelled))!.Content.Description);
    }

    [Fact]
    public async Task Of_two_processes_that_change_the_same_incidents_one_wins_each_time()
    {
        await using var another = Postgres.OpenAnother();
        var reports = Enumerable.Range(0, 100).Select(_ => Sample.Report()).ToList();
        await Task.WhenAll(reports.Select(r => Storage.Journal.StoreAsync(r)));
        IIncidentJournal[] journals = [Storage.Journal, another.GetRequiredService<IIncidentJournal>()];

        var results = await Task.WhenAll(journals.SelectMany((journal, i) =>
            (i == 0 ? reports : Enumerable.Reverse(reports)).Select(r =>
                journal.AppendAsync(Sample.Then(r.State, new AcceptIncident(), Sample.Monday.AddMinutes(1)), Cancelled))));

        Assert.Equal(100, results.Count(r => r == AppendResult.Appended));
        Assert.Equal(100, results.Count(r => r == AppendResult.Conflict));
        Assert.Equal(200L, await Postgres.ExecuteAsync("SELECT count(*) FROM incident_event"));
    }

    [Fact]
    public async Task A_read_only_database_fails_the_append_and_recovers_by_itself()
    {
        var (before, during, after) = (Sample.Report(), Sample.Report(), Sample.Report());
        await Storage.Journal.StoreAsync(before);
        await Postgres.ExecuteAsync("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); END $$");
        await TerminateAsync("true");

        await Assert.ThrowsAsync<JournalUnavailableException>(() => Storage.Journal.AppendAsync(during, Cancelled));
        var refusal = await Assert.ThrowsAsync<JournalUnavailableException>(() => Storage.Journal.AppendAsync(during, Cancelled));
        AssertSame(before.State, await Storage.Journal.FindAsync(before.State.Id, Cancelled));
        await Postgres.ExecuteAsync("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET default_transaction_read_only', current_database()); END $$");
        await Storage.Journal.StoreAsync(after);

        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, Assert.IsType<PostgresException>(refusal.InnerException).SqlState);
        Assert.Null(await Storage.Journal.FindAsync(during.State.Id, Cancelled));
        AssertSame(after.State, await Storage.Journal.FindAsync(after.State.Id, Cancelled));
    }

    [Fact]
    public async Task Writers_that_are_cut_off_under_load_lose_and_double_nothing()
    {
        var load = new JournalLoad(Storage.Journal, callers: 32, incidents: 15);

        await load.RunAsync(every: 400, () => TerminateAsync("query LIKE '-- Incidents.Append%'"), Cancelled);

        Assert.True(load.Interruptions >= 4, $"Only {load.Interruptions} appends were cut off; the test shows nothing.");
        await load.AssertNothingLostOrDoubledAsync(Cancelled);
    }

    [Fact]
    public async Task A_closed_journal_says_so()
    {
        var journal = Storage.Journal;
        await Postgres.CloseAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => journal.AppendAsync(Sample.Report(), Cancelled));
    }

    private static IncidentAppend WithNul(IncidentAppend report) =>
        report.To(report.State with { Content = report.State.Content with { Description = "a\0b" } });

    private Task<object?> TerminateAsync(string which) => Postgres.ExecuteAsync(
        $"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'gridactors' AND ({which})");

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancelled);
    }
}
