using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Refusals;
using GridActors.Storage.Tests.Incidents;

namespace GridActors.Storage.Tests.Refusals;

/// <summary>What every record of refusals promises.</summary>
public abstract class RefusedReportsContract(StorageUnderTest storage) : IAsyncDisposable
{
    private static readonly RefusalFilter s_all = new(null, null, null);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_written_is_there_for_the_next_process_newest_first()
    {
        var older = Refused(0);
        var newer = Refused(1, item: "9001", reason: IncidentRefusal.ReservedToAuthority, place: "652301000000");
        await storage.Refusals.AppendAsync([older, newer], Ct);

        await storage.ReopenAsync();

        Assert.Equal([newer, older], (await storage.Refusals.ListAsync(s_all, null, 500, Ct)).AsEnumerable());
    }

    [Fact]
    public async Task The_same_refusal_written_again_counts_once()
    {
        var refused = Refused(0);

        await storage.Refusals.AppendAsync([refused], Ct);
        await storage.Refusals.AppendAsync([refused with { At = refused.At.AddMinutes(1) }, Refused(2)], Ct);

        Assert.Equal([new RefusalCount(IncidentRefusal.UnknownItem, ItemCode.Parse("9999"), 2)], (await storage.Refusals.CountAsync(s_all, Ct)).AsEnumerable());
    }

    [Fact]
    public async Task They_are_counted_by_reason_and_item_in_a_division_and_a_period()
    {
        await storage.Refusals.AppendAsync(
            [
                Refused(0),
                Refused(1),
                Refused(2, item: "9001", reason: IncidentRefusal.ReservedToAuthority),
                Refused(3, place: "652302001001001"),
                Refused(4),
            ],
            Ct);
        var filter = new RefusalFilter(DivisionCode.Parse("652301000000"), Sample.Monday, Sample.Monday.AddMinutes(4));

        var counts = await storage.Refusals.CountAsync(filter, Ct);
        var listed = await storage.Refusals.ListAsync(filter, null, 500, Ct);

        Assert.Equal(
            [new RefusalCount(IncidentRefusal.ReservedToAuthority, ItemCode.Parse("9001"), 1), new RefusalCount(IncidentRefusal.UnknownItem, ItemCode.Parse("9999"), 2)],
            counts.AsEnumerable());
        Assert.Equal(3, listed.Length);
    }

    [Fact]
    public async Task Whoever_asks_sees_and_counts_its_own_places_alone()
    {
        await storage.Refusals.AppendAsync([Refused(0), Refused(1, place: "652301002001001"), Refused(2, place: "652302001001001")], Ct);

        foreach (var (within, expected) in ((string[] Within, int Expected)[])[([""], 3), (["652301"], 2), (["652301002", "652302"], 2), (["652303"], 0), ([], 0)])
        {
            var filter = s_all with { Within = [.. within] };
            Assert.Equal(expected, (await storage.Refusals.ListAsync(filter, null, 500, Ct)).Length);
            Assert.Equal(expected, (await storage.Refusals.CountAsync(filter, Ct)).Sum(c => c.Count));
        }
    }

    [Fact]
    public async Task Page_by_page_each_one_is_listed_once()
    {
        await storage.Refusals.AppendAsync([.. Enumerable.Range(0, 7).Select(i => Refused(i / 3))], Ct);

        var all = await storage.Refusals.ListAsync(s_all, null, 500, Ct);
        var paged = new List<RefusedReport>();
        for (ListCursor? after = null; await storage.Refusals.ListAsync(s_all, after, 2, Ct) is { IsEmpty: false } page; after = new ListCursor(page[^1].At, page[^1].Id))
        {
            paged.AddRange(page);
        }

        Assert.Equal(7, all.Length);
        Assert.Equal(all.AsEnumerable(), paged);
    }

    [Fact]
    public async Task Where_nothing_was_refused_there_is_nothing()
    {
        Assert.Empty(await storage.Refusals.ListAsync(s_all, null, 1, Ct));
        Assert.Empty(await storage.Refusals.CountAsync(s_all, Ct));
    }

    private static RefusedReport Refused(int minute, string item = "9999", IncidentRefusal reason = IncidentRefusal.UnknownItem, string place = "652301001001001") =>
        new(new IncidentId(Guid.CreateVersion7(Sample.Monday)), Sample.Monday.AddMinutes(minute), place, ItemCode.Parse(item), reason, "热线");
}
