using GridActors.Core.Incidents;
using GridActors.Core.Measures;
using GridActors.Grains.Measures;
using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;

namespace GridActors.Grains.Tests.Measures;

public sealed class MeasureFollowerTests(GridActorsCluster cluster)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_counts_batch_by_batch_until_nothing_is_left()
    {
        using var test = new FollowerUnderTest();
        for (var i = 0; i < 450; i++)
        {
            test.Report();
        }

        Assert.Equal(FollowOutcome.Counted, await test.Follower.FollowAsync(Ct));
        Assert.Equal(100, test.Count(MeasureFigure.Reported));
        await test.Follower.CatchUpAsync(Ct);

        Assert.Equal(450, test.Count(MeasureFigure.Reported));
        Assert.Equal(FollowOutcome.CaughtUp, await test.Follower.FollowAsync(Ct));
    }

    [Fact]
    public async Task A_crash_before_a_write_is_counted_afterwards()
    {
        using var test = new FollowerUnderTest { OnWriting = () => throw new JournalUnavailableException("gone") };
        test.Report();

        await Assert.ThrowsAsync<JournalUnavailableException>(() => test.Follower.CatchUpAsync(Ct));
        Assert.Equal(0, test.Count(MeasureFigure.Reported));
        test.OnWriting = () => { };
        await test.Follower.CatchUpAsync(Ct);

        Assert.Equal(1, test.Count(MeasureFigure.Reported));
    }

    [Fact]
    public async Task A_crash_after_a_write_counts_nothing_twice()
    {
        using var test = new FollowerUnderTest { OnWritten = () => throw new JournalUnavailableException("gone") };
        test.Report();

        await Assert.ThrowsAsync<JournalUnavailableException>(() => test.Follower.CatchUpAsync(Ct));
        test.OnWritten = () => { };
        await test.Follower.CatchUpAsync(Ct);

        Assert.Equal(1, test.Count(MeasureFigure.Reported));
    }

    [Fact]
    public async Task Who_is_overtaken_writes_nothing()
    {
        using var test = new FollowerUnderTest();
        test.OnWriting = test.MovePosition;
        test.Report();

        Assert.Equal(FollowOutcome.Overtaken, await test.Follower.FollowAsync(Ct));
        Assert.Equal(0, test.Count(MeasureFigure.Reported));
    }

    [Fact]
    public async Task A_reminder_makes_nobody_count_the_incident_again()
    {
        using var test = new FollowerUnderTest();
        var id = test.Report();
        await test.Follower.CatchUpAsync(Ct);

        test.Append(id, new IncidentUrged(test.Clock.GetUtcNow(), Actor.Clock, "Still there"));
        await test.Follower.CatchUpAsync(Ct);

        Assert.Equal(1, test.LivesRead);
        Assert.Equal(FollowOutcome.CaughtUp, await test.Follower.FollowAsync(Ct));
    }

    [Fact]
    public async Task Its_lag_is_the_age_of_the_oldest_event_not_counted()
    {
        using var test = new FollowerUnderTest { OnWriting = () => throw new JournalUnavailableException("gone") };
        test.Report();
        test.Clock.Advance(TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<JournalUnavailableException>(() => test.Follower.FollowAsync(Ct));
        test.Lag.RecordObservableInstruments();
        test.OnWriting = () => { };
        await test.Follower.CatchUpAsync(Ct);
        test.Lag.RecordObservableInstruments();

        Assert.Equal([30.0, 0.0], test.Lag.GetMeasurementSnapshot().Select(m => m.Value));
    }

    [Fact]
    public async Task Two_silos_that_count_at_once_count_each_incident_once()
    {
        var reports = Enumerable.Range(0, 40).Select(_ => TestReports.Report(TestRegion.TownshipItem, TestRegion.Grid)).ToList();
        var day = DateOnly.FromDateTime(cluster.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

        await Task.WhenAll(reports.Select(async r =>
        {
            await cluster.Grains.GetIncident(r.Id).ExecuteAsync(r, null, Ct);
            await Task.WhenAll(cluster.Followers.Select(f => f.CatchUpAsync(Ct)));
        }));

        var filter = new MeasureFilter(day, day, TestRegion.Township, null, null, null);
        var counted = await cluster.Measures.ListAsync(filter, MeasureFigure.Reported, null, 500, Ct);
        Assert.Equal(reports.Select(r => r.Id.ToString()).Order(StringComparer.Ordinal), counted.Select(e => e.Incident.ToString()).Intersect(reports.Select(r => r.Id.ToString())).Order(StringComparer.Ordinal));
        Assert.Equal(counted.Length, counted.Select(e => e.Incident).Distinct().Count());
    }
}
