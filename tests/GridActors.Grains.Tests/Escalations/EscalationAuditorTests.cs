using GridActors.Core.Incidents;
using GridActors.Grains.Escalations;
using GridActors.Storage.Escalations;
using Microsoft.Extensions.Logging.Testing;

namespace GridActors.Grains.Tests.Escalations;

public sealed class EscalationAuditorTests(GridActorsCluster cluster)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deadlines_that_nobody_fires_are_counted_and_told_of_once()
    {
        using var test = new SweepUnderTest();
        using var overdue = test.Collect<int>("gridactors.deadlines.overdue");
        var log = new FakeLogger<EscalationAuditor>();
        using var auditor = new EscalationAuditor(test, test.Clock, test.Metrics, log);
        test.Add(TimeSpan.FromSeconds(11));
        test.Add(TimeSpan.FromSeconds(10));

        Assert.Equal(1, await auditor.AuditAsync(Ct));
        overdue.RecordObservableInstruments();
        test.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await auditor.AuditAsync(Ct));
        await test.Sweep.FireDueAsync(ClockSlots.All, Ct);
        Assert.Equal(0, await auditor.AuditAsync(Ct));
        overdue.RecordObservableInstruments();

        Assert.Equal([1, 0], overdue.GetMeasurementSnapshot().Select(m => m.Value));
        Assert.Equal([2200, 2201], log.Collector.GetSnapshot().Select(r => r.Id.Id));
    }

    [Fact]
    public async Task Nothing_is_overdue_once_everything_was_told()
    {
        using var test = new SweepUnderTest();
        var report = TestReports.Report(TestRegion.TownshipItem, TestRegion.Grid);
        await cluster.Grains.GetIncident(report.Id).ExecuteAsync(report, null, Ct);
        cluster.Clock.Advance(TimeSpan.FromMinutes(16));

        // Beside the silos' own clocks: it returns when each incident has answered, whoever told it first.
        await new DeadlineSweep(cluster.Deadlines, cluster.Grains, cluster.Clock, test.Metrics, new FakeLogger<DeadlineSweep>()).FireDueAsync(ClockSlots.All, Ct);

        Assert.Equal(0, await cluster.Auditor.AuditAsync(Ct));
        Assert.Single(await cluster.Journal.ReadEventsAsync(report.Id, Ct), e => e is IncidentEscalated);
    }
}
