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
    public async Task Pages_have_no_gap_and_no_repeat_though_reports_share_an_instant()
    {
        var reports = Enumerable.Range(0, 23).Select(i => Sample.Report(Sample.Monday.AddMilliseconds(i / 6))).ToList();
        await Task.WhenAll(reports.Select(r => storage.Journal.AppendAsync(r, Cancelled)));
        var expected = (await ListAsync(s_all)).ToList();

        List<IncidentId> seen = [];
        var filter = s_all with { Limit = 5 };
        while (await storage.List.ListAsync(filter, Cancelled) is [.., var last] page)
        {
            seen.AddRange(page.Select(i => i.Id));
            filter = filter with { After = new ListCursor(last.ReportedAt, last.Id) };
        }

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

    private async Task<List<IncidentId>> ReportAtAsync(params string[] places)
    {
        List<IncidentId> ids = [];
        foreach (var place in places)
        {
            ids.Add((await storage.Journal.StoreAsync(Sample.Report(place: place))).Id);
        }

        return ids;
    }

    private async Task<IncidentId> CloseAsync(TimeSpan after)
    {
        var incident = await storage.Journal.StoreAsync(Sample.Report());
        incident = await storage.Journal.StoreAsync(Sample.Then(incident, new AcceptIncident(), Sample.Monday));
        incident = await storage.Journal.StoreAsync(Sample.Then(incident, new VoidIncident("unfounded"), Sample.Monday + after));
        return incident.Id;
    }
}
