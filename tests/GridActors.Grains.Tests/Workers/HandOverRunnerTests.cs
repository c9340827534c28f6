using System.Collections.Immutable;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Grains.Access;
using GridActors.Grains.Workers;
using GridActors.Storage.Incidents;

namespace GridActors.Grains.Tests.Workers;

/// <summary>Two grids of a village of their own. Each test has workers and incidents of its own in them.</summary>
public sealed class HandOverRunnerTests(GridActorsCluster cluster)
{
    private static readonly DivisionCode _village = DivisionCode.Parse("652301001005");
    private static readonly GridCode _east = GridCode.Parse($"{_village}001");
    private static readonly GridCode _west = GridCode.Parse($"{_village}002");
    private static readonly ImmutableArray<Shift> _allDay = [new Shift(new TimeOnly(0, 0), new TimeOnly(12, 0)), new Shift(new TimeOnly(12, 0), new TimeOnly(0, 0))];

    private readonly WorkerId _from = WorkerId.Parse($"ho-from-{Guid.CreateVersion7():N}"[..20]);
    private readonly WorkerId _to = WorkerId.Parse($"ho-to-{Guid.CreateVersion7():N}"[..20]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Incidents_in_two_grids_go_to_the_next_worker_where_that_one_is_on_duty()
    {
        await FileAsync();
        await AppointAsync(_from, _allDay, _east, _west);
        await AppointAsync(_to, _allDay, _east);
        var (east, west) = (await HandledByAsync(_from, _east), await HandledByAsync(_from, _west));

        var first = await RunAsync(cluster.Incidents, grid: null);
        var other = await RunAsync(cluster.Incidents, grid: _west);
        await AppointAsync(_to, _allDay, _west);
        var second = await RunAsync(cluster.Incidents, grid: null);

        Assert.Equal([east], first.HandedOver);
        Assert.Equal([west], first.Left);
        Assert.Equal(WorkerRefusal.NotOnDuty, other.Refusal);
        Assert.Equal([west], second.HandedOver);
        Assert.Empty(second.Left);
    }

    [Fact]
    public async Task One_whose_shift_is_over_takes_nothing_over()
    {
        await FileAsync();
        await AppointAsync(_from, _allDay, _east);
        var hour = TimeOnly.FromDateTime(cluster.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
        await AppointAsync(_to, [new Shift(hour.AddHours(-3), hour.AddHours(-1))], _east);
        var id = await HandledByAsync(_from, _east);

        var done = await RunAsync(cluster.Incidents, grid: null);

        Assert.Equal(WorkerRefusal.NotOnDuty, done.Refusal);
        Assert.Equal(_from, (await cluster.Journal.FindAsync(id, Ct))!.Handler);
    }

    [Fact]
    public async Task It_goes_through_every_page_and_leaves_what_is_anothers_or_handled()
    {
        await FileAsync();
        await AppointAsync(_from, _allDay, _east);
        await AppointAsync(_to, _allDay, _east);
        var mine = new List<IncidentId>();
        for (var i = 0; i < 5; i++)
        {
            mine.Add(await HandledByAsync(_from, _east));
            await HandledByAsync(_to, _east);
        }

        var handled = await HandledByAsync(_from, _east);
        await cluster.Grains.GetIncident(handled).ExecuteAsync(new SubmitResult("Swept", Actor.Of(_from)), null, Ct);
        var pages = new IncidentsInSmallPages(cluster.Incidents);

        var done = await RunAsync(pages, grid: null);

        Assert.Equal(mine.OrderBy(i => i.Value), done.HandedOver);
        Assert.Empty(done.Left);
        Assert.True(pages.Pages > 5);
        Assert.Equal(_from, (await cluster.Journal.FindAsync(handled, Ct))!.Handler);
    }

    [Fact]
    public async Task After_an_interruption_a_second_call_hands_over_the_rest_and_nothing_twice()
    {
        await FileAsync();
        await AppointAsync(_from, _allDay, _west);
        await AppointAsync(_to, _allDay, _west);
        var mine = new List<IncidentId>();
        for (var i = 0; i < 6; i++)
        {
            mine.Add(await HandledByAsync(_from, _west));
        }

        var pages = new IncidentsInSmallPages(cluster.Incidents);
        pages.OnReading = async () =>
        {
            if ((await HandedOverAsync(mine)).Count > 0)
            {
                throw new JournalUnavailableException("gone");
            }
        };

        await Assert.ThrowsAsync<JournalUnavailableException>(() => RunAsync(pages, grid: null));
        var before = await HandedOverAsync(mine);
        var done = await RunAsync(cluster.Incidents, grid: null);

        Assert.InRange(before.Count, 1, 2);
        Assert.Equal(mine.Except(before).OrderBy(i => i.Value), done.HandedOver);
        foreach (var id in mine)
        {
            Assert.Single((await cluster.Journal.ReadEventsAsync(id, Ct)).OfType<IncidentHandedOver>());
        }
    }

    private async Task<HandOver> RunAsync(IIncidentList incidents, GridCode? grid)
    {
        using var scope = CallAuthority.Use(Authority.System);
        return await new HandOverRunner(cluster.Grains, cluster.Region, incidents, cluster.Clock).RunAsync(_from, _to, grid, "End of shift", Ct);
    }

    private async Task<List<IncidentId>> HandedOverAsync(IEnumerable<IncidentId> ids)
    {
        var states = await Task.WhenAll(ids.Select(id => cluster.Journal.FindAsync(id, Ct)));
        return [.. states.Where(i => i!.Handler == _to).Select(i => i!.Id)];
    }

    private async Task<IncidentId> HandledByAsync(WorkerId worker, GridCode grid)
    {
        var report = TestReports.Report(TestRegion.TownshipItem, grid);
        foreach (var command in new IncidentCommand[] { report, new AcceptIncident(), new AssignWorker(worker) })
        {
            Assert.Null((await cluster.Grains.GetIncident(report.Id).ExecuteAsync(command, null, Ct)).Refusal);
        }

        return report.Id;
    }

    private async Task AppointAsync(WorkerId worker, ImmutableArray<Shift> shifts, params GridCode[] grids)
    {
        Assert.Null((await cluster.Grains.GetWorker(worker).ExecuteAsync(new VerifyWorker(Post.Of(TestRegion.Township)), Ct)).Refusal);
        foreach (var grid in grids)
        {
            Assert.Null((await cluster.Grains.GetWorker(worker).ExecuteAsync(new AppointWorker(grid, WorkerRole.FullTime, shifts), Ct)).Refusal);
        }
    }

    private async Task FileAsync()
    {
        await cluster.Grains.GetDivision(_village).FileAsync(new Division(_village, "village", ""), Ct);
        await cluster.Grains.GetDivision(TestRegion.Township).AddChildrenAsync([_village], Ct);
        foreach (var (code, west) in new[] { (_east, 84.6), (_west, 84.4) })
        {
            var wkt = FormattableString.Invariant($"POLYGON (({west} 42, {west + 0.1} 42, {west + 0.1} 42.1, {west} 42.1, {west} 42))");
            await cluster.Grains.GetGrid(code).FileAsync(new Grid(code, "grid", GridKind.Urban, 250, wkt), Ct);
        }

        await cluster.Grains.GetDivision(_village).AddGridsAsync([_east, _west], Ct);
        await cluster.Grains.GetRegion().AnnounceChangeAsync([], Ct);
        await cluster.Region.RefreshAsync(Ct);
    }
}
