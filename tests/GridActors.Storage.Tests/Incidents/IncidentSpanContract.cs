using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Tests.Incidents;

/// <summary>What every list promises of times, of several items, and of what it skips.</summary>
public abstract class IncidentSpanContract(StorageUnderTest storage) : IAsyncDisposable
{
    private static readonly IncidentFilter s_all = new(null, null, null, null, null, Sample.Monday, null, 500);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_span_of_reports_has_both_its_ends()
    {
        var at = new List<IncidentId>();
        for (var minute = 0; minute < 4; minute++)
        {
            at.Add((await storage.Journal.StoreAsync(Sample.Report(Sample.Monday.AddMinutes(minute)))).Id);
        }

        var listed = await ListAsync(Within(new IncidentSpan(Reported: Minutes(1, 2))));
        var ticks = await ListAsync(Within(new IncidentSpan(Reported: new InstantRange(Sample.Monday.AddTicks(1), Sample.Monday.AddMinutes(2).AddTicks(-1)))));

        Assert.Equal([at[2], at[1]], listed);
        Assert.Equal([at[1]], ticks);
    }

    [Fact]
    public async Task What_was_changed_last_and_what_was_touched_at_all_within_a_span_differ()
    {
        var early = await AcceptAtAsync(minute: 5);
        var late = await AcceptAtAsync(minute: 5);
        await storage.Journal.StoreAsync(Sample.Then(late, new AddNote("A remark"), Sample.Monday.AddMinutes(9)));
        var span = Minutes(5, 8);

        Assert.Equal([early.Id], await ListAsync(Within(new IncidentSpan(Changed: span))));
        await AssertListsAsync([early.Id, late.Id], Within(new IncidentSpan(Touched: span)));
        Assert.Equal([late.Id], await ListAsync(Within(new IncidentSpan(Changed: Minutes(9, 9)))));
        Assert.Empty(await ListAsync(Within(new IncidentSpan(Changed: Minutes(6, 8)))));
    }

    [Fact]
    public async Task Several_items_and_whether_it_is_open_narrow_a_list_together_with_its_division()
    {
        var open = await storage.Journal.StoreAsync(Sample.Report(item: Sample.Pothole));
        var other = await storage.Journal.StoreAsync(Sample.Report(item: Sample.BurstMain));
        var elsewhere = await storage.Journal.StoreAsync(Sample.Report(place: "652302001001001"));
        var voided = await storage.Journal.StoreAsync(Sample.Report());
        var closed = (await storage.Journal.StoreAsync(Sample.Then(voided, new VoidIncident("unfounded"), Sample.Monday))).Id;
        ImmutableArray<ItemCode> both = [ItemCode.Parse(Sample.Pothole), ItemCode.Parse(Sample.BurstMain)];
        var county = Within(new IncidentSpan()) with { Under = DivisionCode.Parse("652301000000") };

        await AssertListsAsync([open.Id, other.Id, closed], county with { Span = new IncidentSpan(Items: both) });
        await AssertListsAsync([open.Id], county with { Span = new IncidentSpan(Items: [both[0]]) });
        await AssertListsAsync([open.Id, other.Id], county with { Span = new IncidentSpan(Items: both, IsOpen: true) });
        await AssertListsAsync([closed], county with { Span = new IncidentSpan(IsOpen: false) });
        await AssertListsAsync([open.Id, other.Id, elsewhere.Id, closed], Within(new IncidentSpan()));
    }

    [Fact]
    public async Task A_list_begins_behind_what_it_skips()
    {
        for (var minute = 0; minute < 5; minute++)
        {
            await storage.Journal.StoreAsync(Sample.Report(Sample.Monday.AddMinutes(minute)));
        }

        var all = await ListAsync(s_all);

        Assert.Equal(all[2..4], await ListAsync(Within(new IncidentSpan(Skip: 2)) with { Limit = 2 }));
        Assert.Empty(await ListAsync(Within(new IncidentSpan(Skip: 5))));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ListAsync(Within(new IncidentSpan(Skip: -1))));
    }

    private static IncidentFilter Within(IncidentSpan span) => s_all with { Span = span };

    private static InstantRange Minutes(int from, int until) => new(Sample.Monday.AddMinutes(from), Sample.Monday.AddMinutes(until));

    private async Task<Incident> AcceptAtAsync(int minute)
    {
        var incident = await storage.Journal.StoreAsync(Sample.Report());
        return await storage.Journal.StoreAsync(Sample.Then(incident, new AcceptIncident(), Sample.Monday.AddMinutes(minute)));
    }

    private async Task<ImmutableArray<IncidentId>> ListAsync(IncidentFilter filter) =>
        [.. (await storage.List.ListAsync(filter, Cancelled)).Select(i => i.Id)];

    private async Task AssertListsAsync(IEnumerable<IncidentId> expected, IncidentFilter filter) =>
        Assert.Equal(expected.ToHashSet(), (await ListAsync(filter)).ToHashSet());
}
