using GridActors.Core.Contacts;
using GridActors.Core.Incidents;
using GridActors.Grains.Contacts;
using GridActors.Storage.Contacts;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GridActors.Grains.Tests.Contacts;

/// <summary>Sweepers over the real store and journal, each on a clock of its own that the test sets.</summary>
public sealed class ContactSweeperTests(GridActorsCluster cluster)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_erases_180_days_after_the_close_and_not_before()
    {
        var closed = await CloseAsync(await ReportAsync());

        await SweepAsync(cluster.Clock.GetUtcNow().AddDays(2));
        Assert.Equal(closed.ClosedAt + TimeSpan.FromDays(180), (await FindAsync(closed.Id))!.RetainUntil);
        await SweepAsync(closed.ClosedAt!.Value.AddDays(180).AddMilliseconds(-1));
        Assert.Null((await FindAsync(closed.Id))!.ErasedAt);
        await SweepAsync(closed.ClosedAt!.Value.AddDays(180));

        Assert.Equal(closed.ClosedAt.Value.AddDays(180), (await FindAsync(closed.Id))!.ErasedAt);
    }

    [Fact]
    public async Task An_open_one_is_kept_however_long_it_takes()
    {
        var id = await ReportAsync();

        await SweepAsync(cluster.Clock.GetUtcNow().AddDays(1000));

        var kept = await FindAsync(id);
        Assert.Null(kept!.ErasedAt);
        Assert.True(kept.RetainUntil > cluster.Clock.GetUtcNow().AddDays(1000));
        await cluster.Contacts.EraseAsync(id, cluster.Clock.GetUtcNow(), Ct);
    }

    [Fact]
    public async Task A_reopened_one_keeps_its_contact_until_it_is_closed_for_long()
    {
        var closed = await CloseAsync(await ReportAsync());
        await SweepAsync(cluster.Clock.GetUtcNow().AddDays(2));
        var reopened = await cluster.Grains.GetIncident(closed.Id).ExecuteAsync(new ReopenIncident(closed.TrackingCode, "Not fixed"), null, Ct);
        Assert.Null(reopened.Refusal);

        await SweepAsync(closed.ClosedAt!.Value.AddDays(200));

        Assert.Null((await FindAsync(closed.Id))!.ErasedAt);
        await cluster.Contacts.EraseAsync(closed.Id, cluster.Clock.GetUtcNow(), Ct);
    }

    [Fact]
    public async Task A_contact_whose_report_never_came_goes_after_a_day()
    {
        var (id, now) = (new IncidentId(Guid.CreateVersion7()), cluster.Clock.GetUtcNow());
        await KeepAsync(id);

        await SweepAsync(now.AddDays(1).AddMilliseconds(-1));
        Assert.NotNull(await FindAsync(id));
        await SweepAsync(now.AddDays(1));

        Assert.Null(await FindAsync(id));
    }

    [Fact]
    public async Task Of_two_silos_that_sweep_at_once_one_erases_each()
    {
        var ids = new List<IncidentId>();
        for (var i = 0; i < 130; i++)
        {
            ids.Add(new IncidentId(Guid.CreateVersion7()));
            await KeepAsync(ids[^1]);
        }

        var at = cluster.Clock.GetUtcNow().AddDays(1);
        var erased = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SweepAsync(at))));

        Assert.Equal(ids.Count, erased.Sum());
        Assert.Equal(0, await SweepAsync(at));
    }

    private async Task<int> SweepAsync(DateTimeOffset at)
    {
        using var sweeper = new ContactSweeper(cluster.Contacts, cluster.Journal, ContactRetention.Default, new FakeTimeProvider(at), new FakeLogger<ContactSweeper>());
        return await sweeper.SweepAsync(Ct);
    }

    private async Task<IncidentId> ReportAsync()
    {
        var report = TestReports.Report(TestRegion.TownshipItem, TestRegion.Grid);
        await KeepAsync(report.Id);
        var reply = await cluster.Grains.GetIncident(report.Id).ExecuteAsync(report, null, Ct);
        Assert.Null(reply.Refusal);
        return report.Id;
    }

    private async Task<Incident> CloseAsync(IncidentId id)
    {
        var reply = await cluster.Grains.GetIncident(id).ExecuteAsync(new HandleOnSpot(TestRegion.DayWorker, "Done"), null, Ct);
        Assert.Equal(IncidentPhase.Closed, reply.Incident!.Phase);
        return reply.Incident;
    }

    private async Task KeepAsync(IncidentId id) => Assert.True(await cluster.Contacts.AddAsync(
        new StoredContact(id, new WrappedKey(id, "key", [1, 2]), [3], [4], cluster.Clock.GetUtcNow() + ContactRetention.Interval, ErasedAt: null), Ct));

    private Task<StoredContact?> FindAsync(IncidentId id) => cluster.Contacts.FindAsync(id, Ct);
}
