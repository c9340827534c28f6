using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Grains.Tests.Incidents;

public sealed class IncidentGrainTests(GridActorsCluster cluster)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_held_by_its_start_tier_and_told_to_the_worker_on_duty()
    {
        var report = TestReports.Report(TestRegion.TownshipItem, TestRegion.Grid);

        var reply = await cluster.Grains.GetIncident(report.Id).ExecuteAsync(report, null, Ct);

        Assert.True(reply.Changed);
        Assert.Equal(Post.Of(TestRegion.Township), reply.Incident!.Holder);
        var reported = Assert.IsType<IncidentReported>(Assert.Single(await cluster.Journal.ReadEventsAsync(report.Id, Ct)));
        Assert.Equal([TestRegion.DayWorker], reported.OnDuty);
    }

    [Fact]
    public async Task A_retried_report_answers_the_same_incident_and_writes_nothing()
    {
        var report = TestReports.Report(TestRegion.TownshipItem, TestRegion.Grid);
        var grain = cluster.Grains.GetIncident(report.Id);

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => grain.ExecuteAsync(report, null, Ct)));

        Assert.Single(replies, r => r.Changed);
        Assert.All(replies, r => Assert.Equal(report.TrackingCode, r.Incident!.TrackingCode));
        Assert.Single(await cluster.Journal.ReadEventsAsync(report.Id, Ct));
    }

    [Fact]
    public async Task Another_report_under_the_same_id_is_refused()
    {
        var report = TestReports.Report(TestRegion.TownshipItem, TestRegion.Grid);
        await cluster.Grains.GetIncident(report.Id).ExecuteAsync(report, null, Ct);

        var reply = await cluster.Grains.GetIncident(report.Id).ExecuteAsync(report with { Content = report.Content with { Digest = "other" } }, null, Ct);

        Assert.Equal(IncidentRefusal.IdempotencyKeyReused, reply.Refusal);
    }

    [Fact]
    public async Task A_command_to_an_incident_that_was_never_reported_is_refused()
    {
        var reply = await cluster.Grains.GetIncident(new IncidentId(Guid.CreateVersion7())).ExecuteAsync(new AcceptIncident(), null, Ct);

        Assert.Equal(IncidentRefusal.UnknownIncident, reply.Refusal);
        Assert.Null(reply.Incident);
    }

    [Fact]
    public async Task A_command_for_a_version_that_has_passed_is_stale()
    {
        var report = TestReports.Report(TestRegion.TownshipItem, TestRegion.Grid);
        var grain = cluster.Grains.GetIncident(report.Id);
        await grain.ExecuteAsync(report, null, Ct);
        await grain.ExecuteAsync(new AcceptIncident(), 1, Ct);

        var reply = await grain.ExecuteAsync(new SubmitResult("done"), 1, Ct);

        Assert.Equal(IncidentRefusal.StaleVersion, reply.Refusal);
        Assert.Equal(2, reply.Incident!.Version);
    }

    [Fact]
    public async Task What_another_activation_wrote_is_read_again_before_deciding()
    {
        var report = TestReports.Report(TestRegion.TownshipItem, TestRegion.Grid);
        var grain = cluster.Grains.GetIncident(report.Id);
        var incident = (await grain.ExecuteAsync(report, null, Ct)).Incident!;
        var voided = new IncidentVoided(incident.ReportedAt, Actor.Of(incident.Holder), "by the other activation");
        await cluster.Journal.AppendAsync(new IncidentAppend(await cluster.Journal.LoadAsync(report.Id, Ct), [voided], IncidentEvolution.Evolve(incident, voided)), Ct);

        var reply = await grain.ExecuteAsync(new AcceptIncident(), null, Ct);

        Assert.Equal(IncidentRefusal.AlreadyClosed, reply.Refusal);
        Assert.Equal(IncidentOutcome.Void, (await grain.ExecuteAsync(report, null, Ct)).Incident!.Outcome);
    }

    [Fact]
    public async Task The_stored_state_is_the_fold_of_the_stored_events()
    {
        var report = TestReports.Report(TestRegion.VillageItem, TestRegion.Grid);
        var grain = cluster.Grains.GetIncident(report.Id);
        foreach (var command in new IncidentCommand[]
        {
            report, new AcceptIncident(), new AssignWorker(TestRegion.DayWorker), new StartHandling(Actor.Of(TestRegion.DayWorker)),
            new SubmitResult("swept", Actor.Of(TestRegion.DayWorker)), new CheckResult(false, "half of it"), new SubmitResult("swept again", Actor.Of(TestRegion.DayWorker)),
            new CheckResult(true, ""),
        })
        {
            Assert.Null((await grain.ExecuteAsync(command, null, Ct)).Refusal);
        }

        var replayed = IncidentEvolution.Replay(await cluster.Journal.ReadEventsAsync(report.Id, Ct));

        Assert.Equal(IncidentPhase.Closed, replayed!.Phase);
        Assert.Equal(IncidentFormat.Write(replayed), IncidentFormat.Write((await cluster.Journal.FindAsync(report.Id, Ct))!));
    }
}
