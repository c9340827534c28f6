using GridActors.Storage.Incidents;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Tests.Incidents;

public sealed class SqliteIncidentJournalTests() : IncidentJournalContract(new SqliteStorageUnderTest(QueueCapacity))
{
    private const int QueueCapacity = 256;

    /// <summary>At most one batch of 512 has left the queue while the writer waits for the lock.</summary>
    private const int MoreThanFits = 512 + QueueCapacity + 1;

    /// <summary>Byte of the file's header that says who may write: above 2, nobody.</summary>
    private const int WriteVersionOffset = 18;

    private SqliteStorageUnderTest Sqlite => (SqliteStorageUnderTest)Storage;

    [Fact]
    public async Task A_full_queue_refuses_and_loses_nothing_that_it_took()
    {
        var reports = Enumerable.Range(0, MoreThanFits).Select(_ => Sample.Report()).ToList();
        var locked = Sqlite.Database.Open();
        Execute(locked, "BEGIN IMMEDIATE");

        var appends = reports.ConvertAll(r => Storage.Journal.AppendAsync(r, Cancelled));
        var refused = appends.Where(a => a.IsFaulted).ToList();
        Execute(locked, "ROLLBACK");
        await locked.DisposeAsync();

        Assert.NotEmpty(refused);
        Assert.All(refused, a => Assert.IsType<JournalFullException>(a.Exception!.InnerException));
        Assert.All(await Task.WhenAll(appends.Except(refused)), r => Assert.Equal(AppendResult.Appended, r));
        Assert.Equal(appends.Count - refused.Count, (await Storage.Feed.ReadAsync(FeedPosition.Start, 10_000, Cancelled)).Length);
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_fails_the_append_and_recovers()
    {
        var (before, during, after) = (Sample.Report(), Sample.Report(), Sample.Report());
        await Storage.Journal.StoreAsync(before);
        await Sqlite.ReopenAsync();
        SetWriteVersion(3);

        var failed = await Assert.ThrowsAsync<JournalUnavailableException>(() => Storage.Journal.AppendAsync(during, Cancelled));
        AssertSame(before.State, await Storage.Journal.FindAsync(before.State.Id, Cancelled));
        SqliteConnection.ClearAllPools();
        SetWriteVersion(2);
        await Storage.Journal.StoreAsync(after);

        Assert.Equal(8, Assert.IsType<SqliteException>(failed.InnerException).SqliteErrorCode);
        Assert.Null(await Storage.Journal.FindAsync(during.State.Id, Cancelled));
        AssertSame(after.State, await Storage.Journal.FindAsync(after.State.Id, Cancelled));
    }

    [Fact]
    public async Task A_missing_directory_fails_reads_and_appends_alike()
    {
        await Storage.Journal.StoreAsync(Sample.Report());
        await Sqlite.ReopenAsync();
        var directory = Path.GetDirectoryName(Sqlite.DatabasePath)!;
        SqliteConnection.ClearAllPools();
        Directory.Move(directory, directory + "-away");
        var report = Sample.Report();

        await Assert.ThrowsAsync<JournalUnavailableException>(() => Storage.Journal.AppendAsync(report, Cancelled));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => Storage.Journal.FindAsync(report.State.Id, Cancelled));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => Storage.Journal.ReadEventsAsync(report.State.Id, Cancelled));
        Directory.Move(directory + "-away", directory);

        await Storage.Journal.StoreAsync(report);
    }

    [Fact]
    public async Task A_closed_journal_says_so()
    {
        var journal = Storage.Journal;
        await Sqlite.CloseAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => journal.AppendAsync(Sample.Report(), Cancelled));
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void SetWriteVersion(byte version)
    {
        using var file = new FileStream(Sqlite.DatabasePath, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = WriteVersionOffset;
        file.WriteByte(version);
    }
}
