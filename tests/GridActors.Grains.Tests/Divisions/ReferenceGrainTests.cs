using System.Collections.Immutable;
using GridActors.Contracts;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;

namespace GridActors.Grains.Tests.Divisions;

public sealed class ReferenceGrainTests(GridActorsCluster cluster)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Filing_the_same_again_changes_nothing()
    {
        var code = DivisionCode.Parse("652302000000");
        var division = new Division(code, "阜康市", "");

        Assert.True(await cluster.Grains.GetDivision(code).FileAsync(division, Ct));
        Assert.False(await cluster.Grains.GetDivision(code).FileAsync(division, Ct));
        Assert.True(await cluster.Grains.GetDivision(code).AddChildrenAsync([DivisionCode.Parse("652302001000")], Ct));
        Assert.False(await cluster.Grains.GetDivision(code).AddChildrenAsync([DivisionCode.Parse("652302001000")], Ct));
    }

    [Fact]
    public async Task A_catalogue_gets_a_new_version_only_when_it_differs()
    {
        var catalogue = cluster.Grains.GetCatalogue(DivisionCode.Parse("652324000000"));
        ImmutableArray<CatalogueItem> changed = [TestRegion.TownshipItem with { NameEn = "renamed" }];

        Assert.True(await catalogue.PublishAsync([TestRegion.TownshipItem], Ct));
        Assert.False(await catalogue.PublishAsync([TestRegion.TownshipItem], Ct));
        Assert.True(await catalogue.PublishAsync(changed, Ct));
        Assert.Equal(3, (await catalogue.GetAsync(Ct))!.Number);
    }

    [Fact]
    public async Task A_county_that_publishes_for_the_first_time_goes_on_counting_and_keeps_every_version()
    {
        var catalogue = cluster.Grains.GetCatalogue(DivisionCode.Parse("652327000000"));
        var renamed = TestRegion.TownshipItem with { NameEn = "renamed" };
        await catalogue.ExecuteAsync(new SaveDraft(CatalogueContent.Empty with { Items = [TestRegion.TownshipItem] }, null), Ct);
        await catalogue.ExecuteAsync(new PublishDraft(1), Ct);
        await catalogue.PublishAsync([renamed], Ct);
        await catalogue.ExecuteAsync(new SaveDraft(CatalogueContent.Empty with { Items = [TestRegion.VillageItem] }, null), Ct);

        var versions = await cluster.ReadAgainAsync(_ => catalogue.ListVersionsAsync(Ct));

        Assert.Equal([2, 3], versions.Select(v => v.Number));
        Assert.Equal([TestRegion.TownshipItem], (await catalogue.FindVersionAsync(2, Ct))!.Items.AsEnumerable());
        Assert.Equal([renamed], (await catalogue.GetAsync(Ct))!.Items.AsEnumerable());
        Assert.Equal((2, 3), ((await catalogue.GetDraftAsync(Ct))!.Revision, (await catalogue.GetDraftAsync(Ct))!.BasedOn));
        Assert.Null(await catalogue.FindVersionAsync(1, Ct));
    }

    [Fact]
    public async Task Office_hours_that_overlap_are_refused_and_the_same_hours_again_change_nothing()
    {
        var county = cluster.Grains.GetDivision(DivisionCode.Parse("652323000000"));
        var overlapping = new OfficeHours(1, 1, [new OfficeWindow(TimeSpan.FromHours(9), TimeSpan.FromHours(14)), new OfficeWindow(TimeSpan.FromHours(13), TimeSpan.FromHours(18))]);
        var summer = new OfficeHours(5, 1, [new OfficeWindow(TimeSpan.FromHours(9), TimeSpan.FromHours(13))]);

        await Assert.ThrowsAsync<ArgumentException>(() => county.SetOfficeHoursAsync([overlapping], Ct));
        Assert.True(await county.SetOfficeHoursAsync([OfficeHours.Default, summer], Ct));
        Assert.False(await county.SetOfficeHoursAsync([OfficeHours.Default with { }, new OfficeHours(5, 1, [.. summer.Windows])], Ct));
    }

    [Fact]
    public async Task A_calendar_that_is_replaced_is_kept_with_the_instant_of_its_publication()
    {
        var county = cluster.Grains.GetDivision(DivisionCode.Parse("652325000000"));
        var published = cluster.Clock.GetUtcNow();
        await county.FileAsync(new Division(DivisionCode.Parse("652325000000"), "奇台县", ""), Ct);
        await county.PublishCalendarAsync([new CalendarDay(new DateOnly(2025, 10, 1), "国庆节", IsDayOff: true)], Ct);
        cluster.Clock.Advance(TimeSpan.FromMinutes(1));
        await county.PublishCalendarAsync([new CalendarDay(new DateOnly(2025, 10, 1), "国庆节", IsDayOff: false)], Ct);

        var details = await cluster.ReadAgainAsync(_ => county.GetAsync(Ct));

        var calendars = details!.ToCalendarHistory()!;
        Assert.Equal(2, calendars.Latest.Version);
        Assert.Equal(1, calendars.At(published).Version);
        Assert.Equal(0, calendars.At(published.AddMinutes(-1)).Version);
        Assert.Equal(2, calendars.At(published.AddMinutes(1)).Version);
    }

    [Fact]
    public async Task Keys_that_look_like_one_hexadecimal_number_are_two_actors()
    {
        var worker = WorkerId.Parse("ab");
        var other = WorkerId.Parse("AB");
        await cluster.Grains.GetWorker(worker).AppointAsync(Of(worker), Ct);
        await cluster.Grains.GetWorker(other).AppointAsync(Of(other), Ct);

        var read = await cluster.ReadAgainAsync(grains => grains.GetWorker(worker).GetAsync(Ct));

        Assert.Equal(worker, read!.Id);
    }

    [Fact]
    public void Every_key_has_a_prefix_that_is_no_hexadecimal_number()
    {
        string[] keys =
        [
            GrainKeys.Region, GrainKeys.Of(TestRegion.Grid), GrainKeys.Of(TestRegion.County), GrainKeys.Of(TestRegion.DayWorker), GrainKeys.CatalogueOf(TestRegion.County),
        ];

        Assert.All(keys, key => Assert.Contains(key[..key.IndexOf('/', StringComparison.Ordinal)], c => !char.IsAsciiHexDigit(c)));
        Assert.Equal(keys.Length, keys.Select(k => k[..k.IndexOf('/', StringComparison.Ordinal)]).Distinct().Count());
    }

    [Fact]
    public async Task The_snapshot_is_what_the_actors_hold()
    {
        var snapshot = await cluster.SnapshotAsync();

        Assert.Equal([TestRegion.County], snapshot.ChildrenOf(TestRegion.Prefecture));
        Assert.Equal([TestRegion.Grid], snapshot.GridsOf(TestRegion.StaffedVillage));
        Assert.Equal(TestRegion.Grid, Assert.Single(snapshot.Grids.Match(new GeoPoint(43.35, 85.05)).Grids));
        Assert.Equal(1, snapshot.CatalogueOf(TestRegion.MorningVillage)!.Number);
        Assert.True(snapshot.CalendarOf(TestRegion.County).IsPublished(2025));
    }

    [Fact]
    public async Task A_vacant_village_is_skipped_and_named_in_the_explanation()
    {
        var report = TestReports.Report(TestRegion.VillageItem, TestRegion.MorningGrid);
        cluster.AdvanceToLocal(new TimeOnly(13, 0));

        var incident = (await cluster.Grains.GetIncident(report.Id).ExecuteAsync(report, null, Ct)).Incident!;

        Assert.Equal(Post.Of(TestRegion.Township), incident.Holder);
        Assert.Equal([Post.Of(TestRegion.MorningVillage)], incident.Why[0].Vacant);
    }

    private static Worker Of(WorkerId id) =>
        new(id, [new Duty(id, Post.Of(TestRegion.Grid), WorkerRole.PartTime, new Shift(new TimeOnly(8, 0), new TimeOnly(9, 0)))]);
}
