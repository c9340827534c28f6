using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Tests.Incidents;

/// <summary>What every feed promises.</summary>
public abstract class IncidentFeedContract(StorageUnderTest storage) : IAsyncDisposable
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_empty_journal_has_an_empty_feed()
    {
        Assert.Empty(await storage.Feed.ReadAsync(FeedPosition.Start, 100, Cancelled));
    }

    [Fact]
    public async Task Events_come_in_the_order_in_which_they_were_appended()
    {
        var (first, second) = (Sample.Report(), Sample.Report());
        var acceptance = Sample.Then(first.State, new AcceptIncident(), Sample.Monday.AddMinutes(1));
        await storage.Journal.StoreAsync(first);
        await storage.Journal.StoreAsync(second);
        await storage.Journal.StoreAsync(acceptance);

        var feed = await storage.Feed.ReadAsync(FeedPosition.Start, 100, Cancelled);

        Assert.Equal(
            [(first.State.Id, 1, typeof(IncidentReported)), (second.State.Id, 1, typeof(IncidentReported)), (first.State.Id, 2, typeof(IncidentAccepted))],
            feed.Select(e => (e.Id, e.Version, e.Event.GetType())));
    }

    [Fact]
    public async Task A_reader_that_keeps_its_position_misses_nothing_and_sees_nothing_twice()
    {
        var reports = Enumerable.Range(0, 25).Select(_ => Sample.Report()).ToList();
        await Task.WhenAll(reports.Select(r => storage.Journal.AppendAsync(r, Cancelled)));

        List<FeedEvent> seen = [];
        var position = FeedPosition.Start;
        while (await storage.Feed.ReadAsync(position, 7, Cancelled) is [.., var last] page)
        {
            Assert.InRange(page.Length, 1, 7);
            seen.AddRange(page);
            position = last.Position;
        }

        Assert.Equal(reports.Select(r => r.State.Id).Order(ById), seen.Select(e => e.Id).Order(ById));
        await storage.Journal.StoreAsync(Sample.Report());
        Assert.Single(await storage.Feed.ReadAsync(position, 7, Cancelled));
    }

    [Fact]
    public async Task Concurrent_appends_keep_the_order_of_each_incident()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(LiveAsync, Cancelled)));

        var feed = await storage.Feed.ReadAsync(FeedPosition.Start, 10_000, Cancelled);

        Assert.Equal(20 * 5, feed.Length);
        Assert.All(feed.GroupBy(e => e.Id), life => Assert.Equal([1, 2, 3, 4, 5], life.Select(e => e.Version)));

        async Task LiveAsync()
        {
            var incident = await storage.Journal.StoreAsync(Sample.Report());
            incident = await storage.Journal.StoreAsync(Sample.Then(incident, new AcceptIncident(), Sample.Monday.AddMinutes(1)));
            incident = await storage.Journal.StoreAsync(Sample.Then(incident, new SubmitResult("done"), Sample.Monday.AddMinutes(2)));
            await storage.Journal.StoreAsync(Sample.Then(incident, new CheckResult(Passed: true, ""), Sample.Monday.AddMinutes(3)));
        }
    }

    private static Comparer<IncidentId> ById => Comparer<IncidentId>.Create((x, y) => x.Value.CompareTo(y.Value));
}
