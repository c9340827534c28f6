using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;

namespace GridActors.Grains.Tests;

/// <summary>One county with a township of two villages, a grid each; the second village's committee is on duty in the morning only.</summary>
internal static class TestRegion
{
    public static readonly DivisionCode Prefecture = DivisionCode.Parse("652300000000");
    public static readonly DivisionCode County = DivisionCode.Parse("652301000000");
    public static readonly DivisionCode Township = DivisionCode.Parse("652301001000");
    public static readonly DivisionCode StaffedVillage = DivisionCode.Parse("652301001001");
    public static readonly DivisionCode MorningVillage = DivisionCode.Parse("652301001002");
    public static readonly GridCode Grid = GridCode.Parse("652301001001001");
    public static readonly GridCode MorningGrid = GridCode.Parse("652301001002001");
    public static readonly WorkerId DayWorker = WorkerId.Parse("w-day");

    public static readonly CatalogueItem TownshipItem = Item("0101", Tier.Township, new Limit(15, LimitUnit.Minute), new Limit(2, LimitUnit.WorkHour));
    public static readonly CatalogueItem VillageItem = Item("0301", Tier.Village, new Limit(2, LimitUnit.WorkHour), new Limit(1, LimitUnit.WorkDay));

    public static async Task FileAsync(IGrainFactory grains, CancellationToken ct)
    {
        foreach (var code in new[] { Prefecture, County, Township, StaffedVillage, MorningVillage })
        {
            await grains.GetDivision(code).FileAsync(new Division(code, $"division {code}", ""), ct);
            if (code.Parent is { } parent)
            {
                await grains.GetDivision(parent).AddChildrenAsync([code], ct);
            }
        }

        await FileGridAsync(grains, Grid, west: 85.0, ct);
        await FileGridAsync(grains, MorningGrid, west: 85.1, ct);
        await grains.GetDivision(MorningVillage).SetRosterAsync(
            [new Duty(WorkerId.Parse("c-morning"), Post.Of(MorningVillage), WorkerRole.Duty, new Shift(new TimeOnly(10, 0), new TimeOnly(12, 0)))], ct);
        await grains.GetCatalogue(Prefecture).PublishAsync([TownshipItem, VillageItem], ct);
        await grains.GetDivision(Prefecture).PublishCalendarAsync(
            [.. Enumerable.Range(2025, 8).Select(year => new CalendarDay(new DateOnly(year, 10, 1), "国庆节", IsDayOff: true))], ct);
        await grains.GetRegion().AnnounceChangeAsync([Prefecture], ct);
    }

    private static async Task FileGridAsync(IGrainFactory grains, GridCode code, double west, CancellationToken ct)
    {
        var east = west + 0.1;
        var wkt = FormattableString.Invariant($"POLYGON (({west} 43.3, {east} 43.3, {east} 43.4, {west} 43.4, {west} 43.3))");
        await grains.GetGrid(code).FileAsync(new Grid(code, $"grid {code}", GridKind.Urban, 250, wkt), ct);
        await grains.GetGrid(code).SetRosterAsync(
            [new Duty(DayWorker, Post.Of(code), WorkerRole.FullTime, new Shift(new TimeOnly(9, 0), new TimeOnly(19, 0)))], ct);
        await grains.GetDivision(code.Village).AddGridsAsync([code], ct);
    }

    private static CatalogueItem Item(string code, Tier start, Limit accept, Limit handle) => new(
        ItemCode.Parse(code), "组", "Group", "名", "Name", Severity.S2, "部门", "Department", start, accept, handle, [], false, "test");
}
