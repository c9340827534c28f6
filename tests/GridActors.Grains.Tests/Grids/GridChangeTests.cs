using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Grains.Grids;

namespace GridActors.Grains.Tests.Grids;

public sealed class GridChangeTests(GridActorsCluster cluster)
{
    private static readonly DivisionCode _village = DivisionCode.Parse("652301001003");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateOnly Today => DateOnly.FromDateTime(cluster.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    [Fact]
    public async Task A_change_holds_from_its_day_on_is_looked_after_for_a_while_and_then_settled()
    {
        var old = await FileVillageAsync();
        var split = new SplitGrid(old.Code, [Part(2, 84, 0.05), Part(3, 84.05, 0.05)], EffectiveFrom: Today.AddDays(1));
        var register = cluster.Grains.GetGridRegister(_village);

        await register.FileAsync(split, Ct);
        await cluster.GridChanges.RunAsync(_village, Ct);
        var report = TestReports.Report(TestRegion.TownshipItem, old.Code);
        await cluster.Grains.GetIncident(report.Id).ExecuteAsync(report, null, Ct);
        Assert.Contains(_village, await cluster.Grains.GetRegion().ListVillagesInChangeAsync(Ct));
        Assert.NotNull((await cluster.SnapshotAsync()).Grids.Find(old.Code));

        cluster.Clock.Advance(TimeSpan.FromDays(1));
        await cluster.GridChanges.RunAsync(_village, Ct);
        Assert.True((await cluster.SnapshotAsync()).HasEnded(old.Code));
        Assert.Equal(split.Into[0].Code, (await cluster.Journal.FindAsync(report.Id, Ct))!.Place.Grid);

        // Read against the old grids by a host that had not heard of the split.
        var late = TestReports.Report(TestRegion.TownshipItem, old.Code);
        await cluster.Grains.GetIncident(late.Id).ExecuteAsync(late, null, Ct);
        cluster.Clock.Advance(GridChangeRunner.SecondLook);
        await cluster.GridChanges.RunAsync(_village, Ct);
        Assert.Equal(split.Into[0].Code, (await cluster.Journal.FindAsync(late.Id, Ct))!.Place.Grid);
        Assert.True(Assert.Single(await cluster.ReadAgainAsync(g => g.GetGridRegister(_village).GetAsync(Ct))).IsSettled);
        Assert.DoesNotContain(_village, await cluster.Grains.GetRegion().ListVillagesInChangeAsync(Ct));
    }

    private async Task<Grid> FileVillageAsync()
    {
        var grid = Part(1, 84, 0.1);
        await cluster.Grains.GetDivision(_village).FileAsync(new Division(_village, "village", ""), Ct);
        await cluster.Grains.GetDivision(TestRegion.Township).AddChildrenAsync([_village], Ct);
        await cluster.Grains.GetGrid(grid.Code).FileAsync(grid, Ct);
        await cluster.Grains.GetDivision(_village).AddGridsAsync([grid.Code], Ct);
        await cluster.Grains.GetRegion().AnnounceChangeAsync([], Ct);
        await cluster.Region.RefreshAsync(Ct);
        return grid;
    }

    private static Grid Part(int number, double west, double width) => new(
        GridCode.Parse($"{_village}{number:D3}"),
        "grid",
        GridKind.Urban,
        250,
        FormattableString.Invariant($"POLYGON (({west} 43, {west + width} 43, {west + width} 43.1, {west} 43.1, {west} 43))"));
}
