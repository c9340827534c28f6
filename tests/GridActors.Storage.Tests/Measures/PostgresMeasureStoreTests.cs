using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;

namespace GridActors.Storage.Tests.Measures;

public sealed class PostgresMeasureStoreTests : MeasureStoreContract
{
    private readonly PostgresStorageUnderTest _storage;

    public PostgresMeasureStoreTests(SharedPostgresServer server)
        : this(new PostgresStorageUnderTest(server))
    {
    }

    private PostgresMeasureStoreTests(PostgresStorageUnderTest storage)
        : base(storage) => _storage = storage;

    [Fact]
    public async Task The_position_keeps_its_transaction_and_both_are_compared()
    {
        var position = new FeedPosition(uint.MaxValue + 5UL, 7);
        await _storage.Measures.WriteAsync(new MeasureBatch(FeedPosition.Start, position, []), TestContext.Current.CancellationToken);

        var written = await _storage.Measures.WriteAsync(new MeasureBatch(position with { Transaction = 5 }, position, []), TestContext.Current.CancellationToken);

        Assert.False(written);
        Assert.Equal(position, await _storage.Measures.ReadPositionAsync(TestContext.Current.CancellationToken));
    }
}
