using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Refusals;

namespace GridActors.Bench.Plans;

/// <summary>The ways in which the product asks for refused reports.</summary>
internal static class RefusalQueries
{
    private const int Page = 50;

    public static IEnumerable<StoreQuery> All(IRefusedReports store, DateTimeOffset now) =>
    [
        .. Filters(now).Select(f => new StoreQuery($"Refusals: list of {f.Title}", ct => store.ListAsync(f.Filter, null, Page, ct))),
        new("Refusals: a page further back", ct => store.ListAsync(new RefusalFilter(null, null, null), new ListCursor(now.AddDays(-5), new IncidentId(Guid.Empty)), Page, ct)),
        .. Filters(now).Select(f => new StoreQuery($"Refusals: count of {f.Title}", ct => store.CountAsync(f.Filter, ct))),
    ];

    private static ImmutableArray<(string Title, RefusalFilter Filter)> Filters(DateTimeOffset now) =>
    [
        ("all", new RefusalFilter(null, null, null)),
        ("a week", new RefusalFilter(null, now.AddDays(-7), now)),
        ("a week of a county", new RefusalFilter(DivisionCode.Parse("652390000000"), now.AddDays(-7), now)),
        ("a week of a township", new RefusalFilter(DivisionCode.Parse("652390001000"), now.AddDays(-7), now)),
    ];
}
