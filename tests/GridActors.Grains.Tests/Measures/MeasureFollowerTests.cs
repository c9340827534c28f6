using GridActors.Core.Incidents;
using GridActors.Core.Measures;
using GridActors.Grains.Incidents;
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

        Assert.Equal(FollowOutcome.Advanced, await test.Follower.FollowAsync(Ct));
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

        Assert.Equal(0, test.LivesRead);
        Assert.Equal(FollowOutcome.CaughtUp, await test.Follower.FollowAsync(Ct));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(11)]
    [InlineData(100)]
    public async Task A_page_that_ends_in_the_middle_of_a_life_leads_to_the_same_sums(int pageSize)
    {
        using var test = new FollowerUnderTest { PageSize = pageSize };
        LiveTogether(test);

        await test.Follower.CatchUpAsync(Ct);

        Assert.Equal(test.Recounted, test.Counted);
    }

    [Fact]
    public async Task What_happens_while_a_life_is_counted_from_its_page_corrects_the_count_afterwards()
    {
        using var test = new FollowerUnderTest();
        var id = test.Report();
        test.Do(id, new AcceptIncident());
        test.Do(id, new SubmitResult("Replaced", Actor.Of(TestRegion.DayWorker)));
        test.Do(id, new CheckResult(true, ""));
        test.OnWriting = () =>
        {
            test.OnWriting = () => { };
            test.Do(id, new ReopenIncident(TrackingCode.FromBits(1), "It rattles"));
        };

        await test.Follower.FollowAsync(Ct);
        Assert.Equal((1, 0, 0), (test.Count(MeasureFigure.Resolved), test.Count(MeasureFigure.Reopened), test.LivesRead));
        await test.Follower.FollowAsync(Ct);

        Assert.Equal((0, 1, 1), (test.Count(MeasureFigure.Resolved), test.Count(MeasureFigure.Reopened), test.LivesRead));
        Assert.Equal(test.Recounted, test.Counted);
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

    /// <summary>Four incidents, one event of this one after one of that one.</summary>
    private static void LiveTogether(FollowerUnderTest test)
    {
        var (first, second, third) = (test.Report(), test.Report(), test.Report());
        var worker = Actor.Of(TestRegion.DayWorker);
        test.Do(first, new AcceptIncident());
        test.Do(second, new AcceptIncident());
        test.Do(third, new VoidIncident("A test"));
        test.Do(first, new AssignWorker(TestRegion.DayWorker));
        test.Do(second, new UrgeIncident("Still there"));
        test.Do(first, new SubmitResult("Replaced", worker));
        test.Do(second, new AskExtension("Rain"));
        test.Do(first, new CheckResult(false, "It rattles"));
        test.Do(second, new DecideExtension(true, ""));
        var fourth = test.Report();
        test.Do(first, new SubmitResult("Replaced again", worker));
        test.Do(fourth, new HandleOnSpot(TestRegion.DayWorker, "Swept"));
        test.Do(first, new CheckResult(true, ""));
        test.Do(second, new AskSuspension(test.Clock.GetUtcNow().AddDays(1), "Parts"));
        test.Do(first, new RateIncident(TrackingCode.FromBits(1), 2, "It rattles"));
        test.Do(second, new DecideSuspension(true, ""));
        test.Do(first, new ReopenIncident(TrackingCode.FromBits(1), "It rattles"));
        test.Do(second, new AddNote("The part has come"));
    }
}
