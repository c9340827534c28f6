using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Tests.Incidents;

/// <summary>What every list promises.</summary>
public abstract class IncidentListContract(StorageUnderTest storage) : IAsyncDisposable
{
    private static readonly IncidentFilter s_all = new(null, null, null, null, null, Sample.Monday, null, 500);

    /// <summary>After the acceptance; the handle limit is 24 hours.</summary>
    private static readonly TimeSpan s_late = TimeSpan.FromHours(48);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_newest_report_comes_first()
    {
        var older = await storage.Journal.StoreAsync(Sample.Report(Sample.Monday));
        var newest = await storage.Journal.StoreAsync(Sample.Report(Sample.Monday.AddMinutes(2)));
        var newer = await storage.Journal.StoreAsync(Sample.Report(Sample.Monday.AddMinutes(1)));

        Assert.Equal([newest.Id, newer.Id, older.Id], await ListAsync(s_all));
    }

    [Theory]
    [InlineData("652300000000", new[] { 0, 1, 2, 3, 4, 5 })]
    [InlineData("652301000000", new[] { 0, 1, 2, 3, 5 })]
    [InlineData("652301001000", new[] { 0, 1, 2 })]
    [InlineData("652301001001", new[] { 0, 1 })]
    [InlineData("652301009000", new[] { 3 })]
    [InlineData("652302000000", new[] { 4 })]
    [InlineData("652399000000", new int[0])]
    public async Task A_division_lists_what_lies_below_it_and_nothing_else(string division, int[] expected)
    {
        string[] places = ["652301001001001", "652301001001999", "652301001002001", "652301009999999", "652302001001001", "652301000000"];
        var ids = await ReportAtAsync(places);

        var listed = await ListAsync(s_all with { Under = DivisionCode.Parse(division) });

        Assert.Equal(expected.Select(i => ids[i]).ToHashSet(), listed.ToHashSet());
    }

    [Fact]
    public async Task A_grid_lists_its_own()
    {
        var ids = await ReportAtAsync("652301001001001", "652301001001002");

        Assert.Equal([ids[1]], await ListAsync(s_all with { Grid = GridCode.Parse("652301001001002") }));
    }

    [Fact]
    public async Task A_grid_lists_its_open_incidents_by_id_in_pages()
    {
        var grid = GridCode.Parse(Sample.GridOne);
        var open = await ReportAtAsync(Sample.GridOne, Sample.GridOne, Sample.GridOne);
        await ReportAtAsync("652301001001002");
        await CloseAsync(TimeSpan.FromHours(1));

        var first = await storage.List.ListOpenAsync(grid, null, 2, Cancelled);
        var second = await storage.List.ListOpenAsync(grid, first[^1].Id, 2, Cancelled);

        Assert.Equal(open.OrderBy(i => i.ToString(), StringComparer.Ordinal), first.Concat(second).Select(i => i.Id));
    }

    [Fact]
    public async Task An_incident_whose_grid_changed_is_listed_under_the_new_one_alone()
    {
        var incident = await storage.Journal.StoreAsync(Sample.Report());
        var place = incident.Place with { Grids = [GridCode.Parse("652301002001007")] };

        await storage.Journal.StoreAsync(Sample.Then(incident, new RefileIncident(place, DivisionCode.Parse("652301001001"), 1), Sample.Monday));

        Assert.Empty(await storage.List.ListOpenAsync(GridCode.Parse(Sample.GridOne), null, 5, Cancelled));
        Assert.Empty(await ListAsync(s_all with { Under = DivisionCode.Parse("652301001000") }));
        Assert.Equal([incident.Id], await ListAsync(s_all with { Under = DivisionCode.Parse("652301002000") }));
        Assert.Equal([incident.Id], await ListAsync(s_all with { Grid = GridCode.Parse("652301002001007") }));
    }

    [Fact]
    public async Task Phase_and_item_narrow_the_list_together()
    {
        var reported = await storage.Journal.StoreAsync(Sample.Report(item: Sample.BurstMain));
        var other = await storage.Journal.StoreAsync(Sample.Report(item: Sample.Pothole));
        var accepted = await storage.Journal.StoreAsync(Sample.Report(item: Sample.BurstMain));
        await storage.Journal.StoreAsync(Sample.Then(accepted, new AcceptIncident(), Sample.Monday));

        Assert.Equal([accepted.Id], await ListAsync(s_all with { Phase = IncidentPhase.Accepted }));
        Assert.Equal([other.Id], await ListAsync(s_all with { Item = ItemCode.Parse(Sample.Pothole) }));
        Assert.Equal([reported.Id], await ListAsync(s_all with { Phase = IncidentPhase.Reported, Item = ItemCode.Parse(Sample.BurstMain) }));
    }

    [Fact]
    public async Task Exactly_at_its_deadline_an_incident_is_not_overdue_yet()
    {
        var reported = await storage.Journal.StoreAsync(Sample.Report());
        var accepted = await storage.Journal.StoreAsync(Sample.Then(reported, new AcceptIncident(), Sample.Monday));
        var due = accepted.HandleDue!.Value.At;

        Assert.Empty(await ListAsync(s_all with { Overdue = true, Now = due }));
        Assert.Equal([accepted.Id], await ListAsync(s_all with { Overdue = false, Now = due }));
        Assert.Equal([accepted.Id], await ListAsync(s_all with { Overdue = true, Now = due.AddTicks(1) }));
        Assert.Empty(await ListAsync(s_all with { Overdue = false, Now = due.AddTicks(1) }));
    }

    [Fact]
    public async Task What_was_closed_at_its_deadline_never_becomes_overdue()
    {
        var inTime = await CloseAsync(TimeSpan.FromHours(24));
        var late = await CloseAsync(TimeSpan.FromHours(24) + TimeSpan.FromMilliseconds(1));
        var afterwards = Sample.Monday.AddDays(30);

        Assert.Equal([late], await ListAsync(s_all with { Overdue = true, Now = afterwards }));
        Assert.Equal([inTime], await ListAsync(s_all with { Overdue = false, Now = afterwards }));
    }

    [Fact]
    public async Task What_nobody_accepted_is_not_overdue()
    {
        var reported = await storage.Journal.StoreAsync(Sample.Report());

        Assert.Equal([reported.Id], await ListAsync(s_all with { Overdue = false, Now = Sample.Monday.AddYears(1) }));
    }

    [Fact]
    public async Task Overdue_goes_together_with_every_other_filter()
    {
        const string gridTwo = "652301002001001";
        var late = await CloseAsync(s_late);
        var lateElsewhere = await CloseAsync(s_late, gridTwo);
        var missed = (await AcceptAsync()).Id;
        var missedElsewhere = (await AcceptAsync(gridTwo)).Id;
        var missedInHandling = await AcceptAsync();
        await storage.Journal.StoreAsync(Sample.Then(missedInHandling, new SubmitResult("repaired"), Sample.Monday.AddMinutes(1)));
        var reported = await storage.Journal.StoreAsync(Sample.Report());
        var other = await storage.Journal.StoreAsync(Sample.Report(item: Sample.Pothole));
        other = await storage.Journal.StoreAsync(Sample.Then(other, new AcceptIncident(), Sample.Monday));
        var overdue = s_all with { Overdue = true, Now = Sample.Monday.AddDays(30) };
        var open = new[] { missed, missedElsewhere, other.Id };

        await AssertListsAsync([late, lateElsewhere, missedInHandling.Id, .. open], overdue);
        await AssertListsAsync([lateElsewhere, missedElsewhere], overdue with { Under = DivisionCode.Parse("652301002000") });
        await AssertListsAsync([lateElsewhere, missedElsewhere], overdue with { Under = DivisionCode.Parse("652301002001") });
        await AssertListsAsync([late, lateElsewhere, missedInHandling.Id, .. open], overdue with { Under = DivisionCode.Parse("652301000000") });
        await AssertListsAsync([], overdue with { Under = DivisionCode.Parse("652302000000") });
        await AssertListsAsync([lateElsewhere, missedElsewhere], overdue with { Grid = GridCode.Parse(gridTwo) });
        await AssertListsAsync([late, lateElsewhere], overdue with { Phase = IncidentPhase.Closed });
        await AssertListsAsync(open, overdue with { Phase = IncidentPhase.Accepted });
        await AssertListsAsync([missedInHandling.Id], overdue with { Phase = IncidentPhase.Handled });
        await AssertListsAsync([], overdue with { Phase = IncidentPhase.Reported });
        await AssertListsAsync([other.Id], overdue with { Item = ItemCode.Parse(Sample.Pothole) });
        await AssertListsAsync([missedElsewhere], overdue with { Grid = GridCode.Parse(gridTwo), Phase = IncidentPhase.Accepted, Item = ItemCode.Parse(Sample.BurstMain) });
        await AssertListsAsync([reported.Id], overdue with { Overdue = false });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(500)]
    public async Task Pages_of_the_overdue_go_through_open_and_closed_in_one_order(int limit)
    {
        List<IncidentId> expected = [];
        for (var i = 0; i < 5; i++)
        {
            var at = Sample.Monday.AddMinutes(i / 2); // two share an instant
            expected.Add(await CloseAsync(s_late, reportedAt: at));
            expected.Add((await AcceptAsync(reportedAt: at)).Id);
            await storage.Journal.StoreAsync(Sample.Report(at));
        }

        var overdue = s_all with { Overdue = true, Now = Sample.Monday.AddDays(30) };
        var inOneOrder = (await ListAsync(s_all)).Where(expected.Contains).ToList();

        Assert.Equal(10, inOneOrder.Count);
        Assert.Equal(inOneOrder, await PagesAsync(overdue with { Limit = limit }));
    }

    [Fact]
    public async Task Pages_have_no_gap_and_no_repeat_though_reports_share_an_instant()
    {
        var reports = Enumerable.Range(0, 23).Select(i => Sample.Report(Sample.Monday.AddMilliseconds(i / 6))).ToList();
        await Task.WhenAll(reports.Select(r => storage.Journal.AppendAsync(r, Cancelled)));
        var expected = (await ListAsync(s_all)).ToList();

        var seen = await PagesAsync(s_all with { Limit = 5 });

        Assert.Equal(23, expected.Distinct().Count());
        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task Provisional_deadlines_are_listed_by_id_until_their_incident_is_closed()
    {
        var provisional = new List<Incident>();
        for (var i = 0; i < 5; i++)
        {
            provisional.Add(await storage.Journal.StoreAsync(Sample.Report(item: Sample.Pothole)));
        }

        await storage.Journal.StoreAsync(Sample.Report(item: Sample.BurstMain));
        await storage.Journal.StoreAsync(Sample.Then(provisional[2], new VoidIncident("twice"), Sample.Monday.AddMinutes(1)));
        var expected = provisional.Where((_, i) => i != 2).Select(i => i.Id).OrderBy(i => i.ToString(), StringComparer.Ordinal).ToList();

        var first = await storage.List.ListProvisionalAsync(null, 3, Cancelled);
        var second = await storage.List.ListProvisionalAsync(first[^1], 3, Cancelled);

        Assert.Equal(3, first.Length);
        Assert.Equal(expected, [.. first, .. second]);
    }

    private async Task<ImmutableArray<IncidentId>> ListAsync(IncidentFilter filter) =>
        [.. (await storage.List.ListAsync(filter, Cancelled)).Select(i => i.Id)];

    [Fact]
    public async Task A_requester_finds_an_incident_by_its_tracking_code()
    {
        var incident = await storage.Journal.StoreAsync(Sample.Report());
        await storage.Journal.StoreAsync(Sample.Report());

        var found = await storage.List.FindByTrackingCodeAsync(incident.TrackingCode, Cancelled);
        var unknown = await storage.List.FindByTrackingCodeAsync(TrackingCode.FromBits(ulong.MaxValue >> 8), Cancelled);

        Assert.Equal(incident.Id, found?.Id);
        Assert.Null(unknown);
    }

    private async Task AssertListsAsync(IEnumerable<IncidentId> expected, IncidentFilter filter) =>
        Assert.Equal(expected.ToHashSet(), (await ListAsync(filter)).ToHashSet());

    private async Task<List<IncidentId>> PagesAsync(IncidentFilter filter)
    {
        List<IncidentId> seen = [];
        while (await storage.List.ListAsync(filter, Cancelled) is [.., var last] page)
        {
            seen.AddRange(page.Select(i => i.Id));
            filter = filter with { After = new ListCursor(last.ReportedAt, last.Id) };
        }

        return seen;
    }

    private async Task<List<IncidentId>> ReportAtAsync(params string[] places)
    {
        List<IncidentId> ids = [];
        foreach (var place in places)
        {
            ids.Add((await storage.Journal.StoreAsync(Sample.Report(place: place))).Id);
        }

        return ids;
    }

    private async Task<Incident> AcceptAsync(string place = Sample.GridOne, DateTimeOffset? reportedAt = null)
    {
        var at = reportedAt ?? Sample.Monday;
        var incident = await storage.Journal.StoreAsync(Sample.Report(at, place: place));
        return await storage.Journal.StoreAsync(Sample.Then(incident, new AcceptIncident(), at));
    }

    private async Task<IncidentId> CloseAsync(TimeSpan after, string place = Sample.GridOne, DateTimeOffset? reportedAt = null)
    {
        var incident = await AcceptAsync(place, reportedAt);
        incident = await storage.Journal.StoreAsync(Sample.Then(incident, new VoidIncident("unfounded"), Sample.Monday + after));
        return incident.Id;
    }
}
