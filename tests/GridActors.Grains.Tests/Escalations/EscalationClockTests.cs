using GridActors.Core.Incidents;

namespace GridActors.Grains.Tests.Escalations;

public sealed class EscalationClockTests(GridActorsCluster cluster)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unaccepted_report_climbs_to_the_top_and_is_reminded_there()
    {
        var report = TestReports.Report(TestRegion.TownshipItem, TestRegion.Grid);
        await cluster.Grains.GetIncident(report.Id).ExecuteAsync(report, null, Ct);

        var atCounty = await AfterAsync<IncidentEscalated>(report.Id, TimeSpan.FromMinutes(15));
        var atPrefecture = await AfterAsync<IncidentEscalated>(report.Id, TimeSpan.FromMinutes(15));
        var reminded = await AfterAsync<AcceptanceReminded>(report.Id, TimeSpan.FromMinutes(15));
        var remindedAgain = await AfterAsync<AcceptanceReminded>(report.Id, TimeSpan.FromHours(1));

        Assert.Equal(Tier.County, atCounty.Holder.Tier);
        Assert.Equal(Tier.Prefecture, atPrefecture.Holder.Tier);
        Assert.Equal(2, remindedAgain.AcceptEscalations);
        Assert.Equal(Tier.Prefecture, remindedAgain.Holder.Tier);
        Assert.True(remindedAgain.Deadline!.DueAt > reminded.Deadline!.DueAt);
    }

    [Fact]
    public async Task An_accepted_report_is_not_escalated_but_watched_once_its_limit_runs_out()
    {
        var report = TestReports.Report(TestRegion.TownshipItem, TestRegion.Grid);
        var grain = cluster.Grains.GetIncident(report.Id);
        await grain.ExecuteAsync(report, null, Ct);
        await grain.ExecuteAsync(new AcceptIncident(), null, Ct);

        var isOverdue = cluster.Watch.Arm<IncidentOverdue>(report.Id);
        var reminded = await AfterAsync<HandlerReminded>(report.Id, TimeSpan.FromDays(4));
        var overdue = await isOverdue;

        Assert.Null(reminded.Supervisor);
        Assert.Equal(Post.Of(TestRegion.County), overdue.Supervisor);
        Assert.Equal(Post.Of(TestRegion.Township), overdue.Holder);
        Assert.Equal(0, overdue.AcceptEscalations);
    }

    [Fact]
    public async Task Every_deadline_of_many_incidents_fires_once()
    {
        var reports = Enumerable.Range(0, 200).Select(_ => TestReports.Report(TestRegion.TownshipItem, TestRegion.Grid)).ToList();
        await Task.WhenAll(reports.Select(r => cluster.Grains.GetIncident(r.Id).ExecuteAsync(r, null, Ct)));
        var climbed = reports.Select(r => cluster.Watch.Arm<IncidentEscalated>(r.Id)).ToList();

        cluster.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        await Task.WhenAll(climbed);

        foreach (var report in reports)
        {
            Assert.Single(await cluster.Journal.ReadEventsAsync(report.Id, Ct), e => e is IncidentEscalated { From.Tier: Tier.Township });
        }
    }

    /// <summary>What the clock writes once this much time has passed.</summary>
    private async Task<Incident> AfterAsync<TEvent>(IncidentId id, TimeSpan time)
        where TEvent : IncidentEvent
    {
        var written = cluster.Watch.Arm<TEvent>(id);
        cluster.Clock.Advance(time + TimeSpan.FromSeconds(1));
        return await written;
    }
}
