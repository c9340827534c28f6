using System.Collections.Immutable;
using GridActors.Core.Access;
using GridActors.Core.Catalogue;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Storage.Escalations;
using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;
using GridActors.Storage.Refusals;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Bench.Plans;

/// <summary>One way in which the product asks its store.</summary>
internal sealed record StoreQuery(string Title, Func<CancellationToken, Task> RunAsync)
{
    private const int Page = 50;

    public static IEnumerable<StoreQuery> All(IServiceProvider services, DateTimeOffset now)
    {
        var list = services.GetRequiredService<IIncidentList>();
        var queue = services.GetRequiredService<IDeadlineQueue>();
        var feed = services.GetRequiredService<IIncidentFeed>();
        var slots = ClockSlots.Of(Enumerable.Range(0, IncidentId.ClockSlots / 3));
        return
        [
            .. Filters(now).Select(f => new StoreQuery($"List: {f.Title}", ct => list.ListAsync(f.Filter, ct))),
            new("List: waits for a calendar", ct => list.ListProvisionalAsync(null, Page, ct)),
            new("Clock: what is due, all slots", ct => queue.ReadDueAsync(ClockSlots.All, DeadlineWindow.Until(now), 512, ct)),
            new("Clock: what is due, a third of the slots", ct => queue.ReadDueAsync(slots, DeadlineWindow.Until(now.AddYears(1)), 512, ct)),
            new("Clock: the next deadline", ct => queue.NextDueAsync(slots, now, ct)),
            new("Clock: count of the overdue", ct => queue.CountOverdueAsync(now.AddDays(1).AddHours(1), 10_000, ct)),
            new("Clock: the journal's last instant", ct => queue.LastRecordedAtAsync(ct)),
            new("Feed: a page from the start", ct => feed.ReadAsync(FeedPosition.Start, 500, ct)),
            .. MeasureQueries.All(services.GetRequiredService<IMeasureStore>(), now),
            .. RefusalQueries.All(services.GetRequiredService<IRefusedReports>(), now),
        ];
    }

    private static ReadScope ScopeOf(params Grant[] grants) => ReadScope.Of(new Caller("bench", [.. grants]));

    private static Grant WorkerAt(string grid) => new(CallerRole.Worker, grid, Worker: WorkerId.Parse("yd-1001"));

    private static ImmutableArray<(string Title, IncidentFilter Filter)> Filters(DateTimeOffset now)
    {
        var all = new IncidentFilter(null, null, null, null, null, now, null, Page);
        var township = all with { Under = DivisionCode.Parse("652390001000") };
        var common = ItemCode.Parse("0101");
        var rare = ItemCode.Parse("0901");
        return
        [
            ("everything", all),
            ("a page further back", all with { After = new ListCursor(now.AddDays(-5), new IncidentId(Guid.Empty)) }),
            ("a prefecture", all with { Under = DivisionCode.Parse("652300000000") }),
            ("a county", all with { Under = DivisionCode.Parse("652390000000") }),
            ("a township", township),
            ("a village", all with { Under = DivisionCode.Parse("652390001001") }),
            ("a grid", all with { Grid = GridCode.Parse("652390001001001") }),
            ("an open phase", all with { Phase = IncidentPhase.Reported }),
            ("an open phase in which nothing is", all with { Phase = IncidentPhase.Handled }),
            ("closed", all with { Phase = IncidentPhase.Closed }),
            ("an item", all with { Item = common }),
            ("a rare item", all with { Item = rare }),
            ("overdue", all with { Overdue = true }),
            ("a township, an open phase", township with { Phase = IncidentPhase.Reported }),
            ("what an operator of a township may read", all with { Within = ScopeOf(new Grant(CallerRole.CentreOperator, "652390001")) }),
            ("what an operator of a county may read, overdue", all with { Within = ScopeOf(new Grant(CallerRole.CentreOperator, "652390")), Overdue = true }),
            ("what a worker of two grids may read", all with { Within = ScopeOf(WorkerAt("652390001001001"), WorkerAt("652390001001002")) }),
            ("what a department may read", all with { Within = ScopeOf(new Grant(CallerRole.Department, "652390", Department: DepartmentCode.Parse("652390000000/housing"))) }),
            ("a township, a rare item", township with { Item = rare }),
            ("a township, overdue", township with { Overdue = true }),
            ("an open phase, overdue", all with { Phase = IncidentPhase.Accepted, Overdue = true }),
            ("a rare item, overdue", all with { Item = rare, Overdue = true }),
            ("a grid, an open phase", all with { Grid = GridCode.Parse("652390001001001"), Phase = IncidentPhase.Reported }),
            ("a township, an open phase, a rare item, not overdue", township with { Phase = IncidentPhase.Reported, Item = rare, Overdue = false }),
        ];
    }
}
