using GridActors.Contracts.Access;
using GridActors.Core.Access;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Grains.Access;

namespace GridActors.Grains.Tests.Access;

/// <summary>The second layer by itself: actors are called as if every endpoint let everybody through.</summary>
public sealed class CallGuardTests(GridActorsCluster cluster)
{
    private static readonly Caller _operator = new("operator", [new Grant(CallerRole.CentreOperator, "652301001")]);
    private static readonly Caller _neighbour = new("neighbour", [new Grant(CallerRole.CentreOperator, "652301002")]);
    private static readonly Caller _worker = new("worker", [new Grant(CallerRole.Worker, "652301001001001", Worker: TestRegion.DayWorker)]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Tickets => ["none", "forged", "over", "no ticket"];

    [Theory]
    [MemberData(nameof(Tickets))]
    public async Task Without_a_valid_ticket_nothing_can_be_called_not_even_to_read_or_to_report(string kind)
    {
        var report = TestReports.Report(TestRegion.TownshipItem, TestRegion.Grid);
        TestTickets.Use(kind switch
        {
            "forged" => CallTickets.WithFreshKey().Issue(Authority.System),
            "over" => cluster.Tickets.Issue(Authority.System, TimeProvider.System.GetUtcNow().AddSeconds(-1)),
            "no ticket" => new CallTicket([1, 2, 3]),
            _ => null,
        });

        await Assert.ThrowsAsync<AccessDeniedException>(() => cluster.Grains.GetIncident(report.Id).ExecuteAsync(report, null, Ct));
        await Assert.ThrowsAsync<AccessDeniedException>(() => cluster.Grains.GetIncident(report.Id).FindAccessAsync(Ct));
        await Assert.ThrowsAsync<AccessDeniedException>(() => cluster.Grains.GetGrid(TestRegion.Grid).GetAsync(Ct));
        await Assert.ThrowsAsync<AccessDeniedException>(() => cluster.Grains.GetWorker(TestRegion.DayWorker).GetAsync(Ct));
        Assert.Null(await cluster.Journal.FindAsync(report.Id, Ct));
    }

    [Fact]
    public async Task Anybody_reports_and_the_grid_is_asked_on_their_behalf()
    {
        using var scope = CallAuthority.Use(Authority.Of(Caller.Anonymous));

        var incident = await ReportAsync();

        Assert.Equal([TestRegion.DayWorker], (await cluster.Journal.ReadEventsAsync(incident, Ct)).OfType<IncidentReported>().Single().OnDuty);
    }

    [Fact]
    public async Task Whom_an_incident_does_not_concern_changes_nothing_and_learns_nothing()
    {
        var id = await ReportAsync();
        IncidentCommand[] commands = [new AcceptIncident(), new ForwardIncident("up"), new VoidIncident("no"), new AddNote("seen"), new JoinReporter(id, TrackingCode.FromBits(1)), new CalendarPublished(), new RateIncident(TrackingCode.FromBits(3), 5, "")];

        foreach (var caller in (Caller[])[_neighbour, new Caller("nobody", [])])
        {
            using var scope = CallAuthority.Use(Authority.Of(caller));
            foreach (var command in commands)
            {
                var reply = await cluster.Grains.GetIncident(id).ExecuteAsync(command, 99, Ct);
                Assert.Equal((null, IncidentRefusal.OutsideJurisdiction), (reply.Incident, reply.Refusal));
            }
        }

        Assert.Equal(1, (await cluster.Journal.FindAsync(id, Ct))!.Version);
    }

    [Fact]
    public async Task A_wrong_tracking_code_tells_only_those_whom_the_incident_concerns()
    {
        var (id, wrong) = (await ReportAsync(), new ReopenIncident(TrackingCode.FromBits(3), "Still broken"));

        Assert.Equal(IncidentRefusal.NotRequester, await RefusalAsync(_operator, id, wrong));
        Assert.Equal(IncidentRefusal.OutsideJurisdiction, await RefusalAsync(_neighbour, id, wrong));
        Assert.Equal(IncidentRefusal.OutsideJurisdiction, await RefusalAsync(Caller.Anonymous, id, wrong));
    }

    [Fact]
    public async Task Each_does_what_is_its_own_and_is_named_on_the_record()
    {
        var id = await ReportAsync();

        Assert.Equal(IncidentRefusal.NotPermitted, await RefusalAsync(_worker, id, new ForwardIncident("up")));
        Assert.Null(await RefusalAsync(_operator, id, new AcceptIncident()));
        Assert.Null(await RefusalAsync(_worker, id, new StartHandling()));
        Assert.Equal(IncidentRefusal.NotSpeaker, await RefusalAsync(_operator, id, new SubmitResult("swept", Actor.Of(TestRegion.DayWorker))));
        Assert.Equal(IncidentRefusal.NotSpeaker, await RefusalAsync(_operator, id, new UrgeIncident("soon")));

        var by = (await cluster.Journal.ReadEventsAsync(id, Ct)).Skip(1).Select(e => e.By);
        Assert.Equal([Actor.Of(Post.Of(TestRegion.Township)), Actor.Of(TestRegion.DayWorker)], by);
    }

    [Fact]
    public async Task A_host_that_asks_first_costs_the_command_no_second_query()
    {
        var id = await ReportAsync();
        var access = await cluster.ReadAgainAsync(grains => grains.GetIncident(id).FindAccessAsync(Ct));
        var before = cluster.Watch.Reads;
        await cluster.Grains.GetIncident(id).ExecuteAsync(new AcceptIncident(), null, Ct);

        Assert.Equal(["652301001001001"], access!.PlaceCodes.AsEnumerable());
        Assert.Equal(before, cluster.Watch.Reads);
        Assert.Null(await cluster.Grains.GetIncident(new IncidentId(Guid.CreateVersion7())).FindAccessAsync(Ct));
    }

    [Fact]
    public async Task Reference_data_is_changed_below_ones_own_place_only()
    {
        var grid = new Grid(GridCode.Parse("652301001001799"), "new", GridKind.Urban, 250, "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))");
        foreach (var caller in (Caller[])[_neighbour, _worker, new Caller("supervisor", [new Grant(CallerRole.Supervisor, "")]), Caller.Anonymous])
        {
            using var scope = CallAuthority.Use(Authority.Of(caller));
            await Assert.ThrowsAsync<AccessDeniedException>(() => cluster.Grains.GetGrid(grid.Code).FileAsync(grid, Ct));
            await Assert.ThrowsAsync<AccessDeniedException>(() => cluster.Grains.GetDivision(TestRegion.StaffedVillage).SetRosterAsync([], Ct));
            await Assert.ThrowsAsync<AccessDeniedException>(() => cluster.Grains.GetCatalogue(TestRegion.Prefecture).PublishAsync([], Ct));
            await Assert.ThrowsAsync<AccessDeniedException>(() => cluster.Grains.GetGridRegister(TestRegion.StaffedVillage).FileAsync(new RenameGrid(TestRegion.Grid, "x"), Ct));
            await Assert.ThrowsAsync<AccessDeniedException>(() => cluster.Grains.GetWorker(WorkerId.Parse("w-new")).ExecuteAsync(new AppointWorker(TestRegion.Grid, WorkerRole.PartTime, []), Ct));
        }

        Assert.Null(await cluster.Grains.GetGrid(grid.Code).GetAsync(Ct));
    }

    [Fact]
    public async Task What_the_platform_does_by_itself_no_caller_has_it_do()
    {
        using var scope = CallAuthority.Use(Authority.Of(new Caller("all", [new Grant(CallerRole.CentreOperator, ""), new Grant(CallerRole.Administrator, "")])));

        await Assert.ThrowsAsync<AccessDeniedException>(() => cluster.Grains.GetGridRegister(TestRegion.StaffedVillage).ApplyDueAsync(Ct));
        await Assert.ThrowsAsync<AccessDeniedException>(() => cluster.Grains.GetGridRegister(TestRegion.StaffedVillage).SettleAsync(1, Ct));
    }

    private async Task<IncidentId> ReportAsync()
    {
        var report = TestReports.Report(TestRegion.TownshipItem, TestRegion.Grid);
        Assert.True((await cluster.Grains.GetIncident(report.Id).ExecuteAsync(report, null, Ct)).Changed);
        return report.Id;
    }

    private async Task<IncidentRefusal?> RefusalAsync(Caller caller, IncidentId id, IncidentCommand command)
    {
        using var scope = CallAuthority.Use(Authority.Of(caller));
        return (await cluster.Grains.GetIncident(id).ExecuteAsync(command, null, Ct)).Refusal;
    }
}
