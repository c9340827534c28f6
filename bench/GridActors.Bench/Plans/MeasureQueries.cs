using System.Collections.Immutable;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.Measures;
using GridActors.Core.Workers;
using GridActors.Storage.Measures;

namespace GridActors.Bench.Plans;

/// <summary>The ways in which the product asks for sums, and for what a figure is made of.</summary>
internal static class MeasureQueries
{
    private const int Keys = 100;
    private const int Page = 50;

    public static IEnumerable<StoreQuery> All(IMeasureStore store, DateTimeOffset now) =>
    [
        .. Sums(now).Select(s => new StoreQuery($"Measures: {s.Title}", ct => store.SumAsync(s.Filter, s.Grouping, s.After, Keys, ct))),
        .. Lists(now).Select(l => new StoreQuery($"Measures: {l.Title}", ct => store.ListAsync(l.Filter, MeasureFigure.Handled, l.After, Page, ct))),
        new("Measures: how far the journal is counted", ct => store.ReadPositionAsync(ct)),
    ];

    private static ImmutableArray<(string Title, MeasureFilter Filter, MeasureGrouping Grouping, string? After)> Sums(DateTimeOffset now)
    {
        var week = LastDays(now, 7);
        var county = week with { Under = DivisionCode.Parse("652390000000") };
        var township = week with { Under = DivisionCode.Parse("652390001000") };
        return
        [
            ("a day, everything", LastDays(now, 1), new MeasureGrouping(MeasureDimension.Total), null),
            ("a week, everything", week, new MeasureGrouping(MeasureDimension.Total), null),
            ("a week of a county by day", county, new MeasureGrouping(MeasureDimension.Day), null),
            ("a week of a county by township", county, new MeasureGrouping(MeasureDimension.Division, DivisionLevel.Township), null),
            ("a week of a township by grid", township, new MeasureGrouping(MeasureDimension.Grid), null),
            ("a week of a county by worker", county, new MeasureGrouping(MeasureDimension.Worker), null),
            ("a week of a county by worker, a page further on", county, new MeasureGrouping(MeasureDimension.Worker), "w-400"),
            ("a week of a county by department", county, new MeasureGrouping(MeasureDimension.Department), null),
            ("a week of a grid", week with { PlaceCode = "652390001001001" }, new MeasureGrouping(MeasureDimension.Total), null),
            ("a week of a worker", week with { Worker = WorkerId.Parse("w-77") }, new MeasureGrouping(MeasureDimension.Total), null),
            ("a week of a department by day", week with { Department = DepartmentCode.Parse("652390000000/dept-7") }, new MeasureGrouping(MeasureDimension.Day), null),
        ];
    }

    private static ImmutableArray<(string Title, MeasureFilter Filter, MeasureEntryCursor? After)> Lists(DateTimeOffset now)
    {
        var week = LastDays(now, 7);
        return
        [
            ("what was handled in a week", week, null),
            ("what was handled in a week, a page further on", week, new MeasureEntryCursor(week.To.AddDays(-2), new IncidentId(Guid.Empty), 1)),
            ("what was handled in a township", week with { Under = DivisionCode.Parse("652390001000") }, null),
            ("what a worker handled", week with { Worker = WorkerId.Parse("w-77") }, null),
        ];
    }

    private static MeasureFilter LastDays(DateTimeOffset now, int days)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return new MeasureFilter(today.AddDays(-days), today.AddDays(-1), null, null, null, null);
    }
}
