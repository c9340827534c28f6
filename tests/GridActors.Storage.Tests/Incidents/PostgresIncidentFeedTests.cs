using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using Npgsql;

namespace GridActors.Storage.Tests.Incidents;

/// <summary>On a server of its own: a feed waits for every transaction on its server, those of other tests included.</summary>
public sealed class PostgresIncidentFeedTests : IncidentFeedContract, IClassFixture<PostgresServer>
{
    private readonly PostgresStorageUnderTest _storage;

    public PostgresIncidentFeedTests(PostgresServer server)
        : this(new PostgresStorageUnderTest(server))
    {
    }

    private PostgresIncidentFeedTests(PostgresStorageUnderTest storage)
        : base(storage) => _storage = storage;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_transactions_that_commit_out_of_order_are_read_in_the_order_they_began()
    {
        var seen = await _storage.Journal.StoreAsync(Sample.Report());
        var position = Assert.Single(await _storage.Feed.ReadAsync(FeedPosition.Start, 10, Cancelled)).Position;
        await using var slow = await _storage.ConnectAsync();
        await using var quick = await _storage.ConnectAsync();
        await using var began = await slow.BeginTransactionAsync(Cancelled);
        var first = await InsertAsync(slow, seen.Id);
        await using var beganLater = await quick.BeginTransactionAsync(Cancelled);
        var second = await InsertAsync(quick, seen.Id);
        await beganLater.CommitAsync(Cancelled);

        var whileOneIsOpen = await _storage.Feed.ReadAsync(position, 10, Cancelled);
        await began.CommitAsync(Cancelled);
        var afterwards = await _storage.Feed.ReadAsync(position, 10, Cancelled);

        Assert.Empty(whileOneIsOpen);
        Assert.Equal([first, second], afterwards.Select(e => e.Id));
    }

    [Fact]
    public async Task A_transaction_that_goes_on_writing_is_waited_for_whatever_commits_meanwhile()
    {
        var seen = await _storage.Journal.StoreAsync(Sample.Report());
        await using var other = await _storage.ConnectAsync();
        await using var began = await other.BeginTransactionAsync(Cancelled);
        var first = await InsertAsync(other, seen.Id);
        var appended = await _storage.Journal.StoreAsync(Sample.Report());
        var second = await InsertAsync(other, seen.Id);

        var page = await _storage.Feed.ReadAsync(FeedPosition.Start, 10, Cancelled);
        await began.CommitAsync(Cancelled);
        var rest = await _storage.Feed.ReadAsync(page[^1].Position, 10, Cancelled);

        Assert.Equal([seen.Id], page.Select(e => e.Id));
        Assert.Equal([first, second, appended.Id], rest.Select(e => e.Id));
    }

    [Fact]
    public async Task A_transaction_that_is_rolled_back_leaves_a_gap_that_nobody_waits_for()
    {
        var before = await _storage.Journal.StoreAsync(Sample.Report());
        await using var other = await _storage.ConnectAsync();
        await using var began = await other.BeginTransactionAsync(Cancelled);
        await InsertAsync(other, before.Id);
        var after = await _storage.Journal.StoreAsync(Sample.Report());

        var whileOpen = await _storage.Feed.ReadAsync(FeedPosition.Start, 10, Cancelled);
        await began.RollbackAsync(Cancelled);
        var afterwards = await _storage.Feed.ReadAsync(FeedPosition.Start, 10, Cancelled);

        Assert.Equal([before.Id], whileOpen.Select(e => e.Id));
        Assert.Equal([before.Id, after.Id], afterwards.Select(e => e.Id));
        Assert.True(afterwards[1].Position.Position - afterwards[0].Position.Position > 1);
    }

    /// <summary>Another incident's event, in a transaction that stays open.</summary>
    private static async Task<IncidentId> InsertAsync(NpgsqlConnection connection, IncidentId like)
    {
        var id = Sample.NewId();
        await using var command = new NpgsqlCommand(
            """
            -- Test.InsertEvent: a copy of the first event of an incident under another id
            INSERT INTO incident_event (id, version, kind, body, at, actor)
            SELECT @id, version, kind, body, at, actor FROM incident_event WHERE id = @like AND version = 1
            """,
            connection);
        command.Parameters.AddWithValue("id", id.Value);
        command.Parameters.AddWithValue("like", like.Value);
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancelled));
        return id;
    }
}
