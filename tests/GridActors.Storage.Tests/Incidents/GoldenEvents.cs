using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Contacts;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;

namespace GridActors.Storage.Tests.Incidents;

/// <summary>One event of each kind, the same for ever: the golden files are what these are stored as.</summary>
internal static class GoldenEvents
{
    private static readonly DateTimeOffset s_at = new(2025, 3, 3, 3, 0, 0, 250, TimeSpan.Zero);
    private static readonly GridCode s_grid = GridCode.Parse("652301001001001");
    private static readonly Post s_township = Post.Of(DivisionCode.Parse("652301001000"));
    private static readonly Post s_county = Post.Of(DivisionCode.Parse("652301000000"));
    private static readonly Actor s_worker = Actor.Of(WorkerId.Parse("w-1"));
    private static readonly Explanation s_why = new(s_at, RoutingRule.AcceptLimitExpired, s_county, [Post.Of(s_grid)], 2, 1);
    private static readonly DepartmentCode s_water = DepartmentCode.Parse("652301000000/water");
    private static readonly DepartmentCode s_fire = DepartmentCode.Parse("652301001000/fire");
    private static readonly IncidentId s_other = new(Guid.Parse("01955a1e-7c00-7000-8000-0123456789ac"));
    private static readonly ClockRun s_run = new(s_at, TimeSpan.FromHours(4.5));
    private static readonly Deadline s_deadline = new(s_at.AddHours(4), IsProvisional: true);

    public static ImmutableArray<IncidentEvent> All { get; } =
    [
        new IncidentReported(
            s_at,
            Actor.Requester,
            new IncidentId(Guid.Parse("01955a1e-7c00-7000-8000-0123456789ab")),
            TrackingCode.FromBits(123_456_789_012),
            new ReportContent("水管爆裂 \"main\" <b> 💧", "hotline", s_at.AddMinutes(-3), WorkerId.Parse("w-1"), "9f86d081"),
            new ReportedPlace([s_grid, GridCode.Parse("652301001001801")], DivisionCode.Parse("652301000000"), new GeoPoint(44.0125, 87.3)),
            new PinnedItem(ItemCode.Parse("0101"), 2, Severity.S2, new Limit(15, LimitUnit.Minute), new Limit(3, LimitUnit.WorkDay)),
            s_township,
            [WorkerId.Parse("w-1"), WorkerId.Parse("w-2")],
            s_deadline,
            new Explanation(s_at, RoutingRule.PlaceOnBoundary, s_township, [], 2, 1)),
        new IncidentHandledOnSpot(s_at, s_worker, "已修好"),
        new IncidentAccepted(s_at, Actor.Of(s_township), s_deadline, s_at.AddHours(3)),
        new IncidentEscalated(s_at, Actor.Clock, s_township, s_county, s_at.AddMinutes(-1), s_deadline, s_why),
        new AcceptanceReminded(s_at, Actor.Clock, s_county, s_at.AddHours(1), s_why with { Rule = RoutingRule.NoTierAbove, To = s_county }),
        new IncidentForwarded(s_at, Actor.Of(s_township), s_township, s_county, "超出职权", s_why with { Rule = RoutingRule.HandedUp }),
        new IncidentSentDown(s_at, Actor.Of(s_county), s_county, s_township, s_why with { Rule = RoutingRule.SentDown, Vacant = [] }),
        new IncidentRefiled(
            s_at,
            Actor.Of(s_county),
            new ReportedPlace([s_grid], DivisionCode.Parse("652301000000"), new GeoPoint(44.0125, 87.3)),
            new ReportedPlace([GridCode.Parse("652301001001005")], DivisionCode.Parse("652301000000"), new GeoPoint(44.0125, 87.3)),
            DivisionCode.Parse("652301001001"),
            3,
            Post.Of(GridCode.Parse("652301001001005")),
            s_why with { Rule = RoutingRule.GridChanged, Vacant = [], To = Post.Of(GridCode.Parse("652301001001005")) }),
        new AcceptClockRestarted(s_at, Actor.Of(s_county), s_deadline),
        new WorkerAssigned(s_at, Actor.Of(s_township), WorkerId.Parse("w-2")),
        new IncidentHandedOver(s_at, s_worker, WorkerId.Parse("w-1"), WorkerId.Parse("w-2"), "交班"),
        new HandlingStarted(s_at, s_worker),
        new ResultSubmitted(s_at, s_worker, "换了阀门"),
        new CheckPassed(s_at, Actor.Of(s_county)),
        new CheckFailed(s_at, Actor.Of(s_county), "还在漏"),
        new IncidentClosed(s_at, Actor.Of(s_township), IncidentOutcome.Unfounded),
        new IncidentVoided(s_at, Actor.Of(s_township), "重复"),
        new HandlerReminded(s_at, Actor.Clock),
        new IncidentOverdue(s_at, Actor.Clock, s_at.AddMinutes(-1), s_at.AddHours(2)),
        new SupervisorNamed(s_at, Actor.Clock, s_county, s_at.AddHours(2), s_why with { Rule = RoutingRule.HandleLimitExpired }),
        new OverdueReminded(s_at, Actor.Clock, s_county, s_at.AddDays(1)),
        new AcceptDueRecomputed(s_at, Actor.Clock, s_deadline with { IsProvisional = false }),
        new HandleDueRecomputed(s_at, Actor.Clock, s_deadline with { IsProvisional = false }, new NextDeadline(DeadlineKind.HandleReminder, s_at.AddHours(3))),
        new PostsNotified(s_at, Actor.Clock, [s_township, s_county], [s_water]),
        new EmergencyTaken(s_at, Actor.Of(s_county), s_township, s_county, s_why with { Rule = RoutingRule.Emergency }),
        new IncidentDispatched(
            s_at,
            Actor.Of(s_county),
            [new TaskDispatched(s_water, true, s_run, s_deadline), new TaskDispatched(s_fire, false, s_run, s_deadline)],
            s_why with { Rule = RoutingRule.Dispatched }),
        new TaskAccepted(s_at, Actor.Of(s_water), s_water),
        new TaskReturned(s_at, Actor.Of(s_water), s_water, "不属本单位", TimeSpan.FromMinutes(90)),
        new IncidentRaisedForDecision(s_at, Actor.Of(s_water), s_township, s_county, s_why with { Rule = RoutingRule.ReturnedTwice }),
        new TaskResultSubmitted(s_at, Actor.Of(s_water), s_water, "管道已修复", TimeSpan.FromMinutes(30)),
        new TaskReworked(s_at, Actor.Of(s_county), s_water, s_run, s_deadline),
        new TaskOverdue(s_at, Actor.Clock, s_water, s_at.AddMinutes(-1)),
        new TaskDueRecomputed(s_at, Actor.Clock, s_water, s_deadline with { IsProvisional = false }),
        new ExtensionAsked(s_at, Actor.Of(s_water), "连日降雪"),
        new ExtensionGranted(
            s_at, Actor.Of(s_county), s_run, s_deadline, new NextDeadline(DeadlineKind.HandleReminder, s_at.AddHours(3)), [new TaskClock(s_water, s_run, s_deadline)]),
        new ExtensionDenied(s_at, Actor.Of(s_county), "时间足够"),
        new SuspensionAsked(s_at, Actor.Of(s_water), s_at.AddDays(30), "等待配件"),
        new SuspensionDenied(s_at, Actor.Of(s_county), "配件有库存"),
        new IncidentSuspended(s_at, Actor.Of(s_county), s_at.AddDays(30), TimeSpan.FromHours(2), [new TaskPause(s_water, TimeSpan.FromHours(1))]),
        new IncidentResumed(
            s_at, Actor.Clock, s_run, s_deadline, new NextDeadline(DeadlineKind.Handle, s_at.AddHours(4)), [new TaskClock(s_water, s_run, s_deadline)]),
        new IncidentUrged(s_at, Actor.Of(s_county), "尽快处置"),
        new SupervisionTaken(s_at, Actor.Of(s_county), s_county),
        new NoteAdded(s_at, s_worker, "现场已围挡"),
        new ContactShown(s_at, Actor.Of(s_township), "回访处置结果"),
        new IncidentRated(s_at, Actor.Requester, 4, "很快"),
        new IncidentReopened(s_at, Actor.Requester, "又漏了", s_run, s_deadline, s_at.AddHours(3)),
        new IncidentMerged(s_at, Actor.Of(s_township), s_other),
        new IncidentUnmerged(s_at, Actor.Of(s_township), s_other, s_deadline),
        new ReporterJoined(s_at, Actor.Of(s_township), s_other, TrackingCode.FromBits(99)),
        new ReporterLeft(s_at, Actor.Of(s_township), s_other),
    ];
}
