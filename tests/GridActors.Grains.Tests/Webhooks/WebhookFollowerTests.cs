using System.Text.Json;
using GridActors.Core.Incidents;
using GridActors.Core.Webhooks;
using GridActors.Core.WorkingTime;
using GridActors.Grains.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Webhooks;

namespace GridActors.Grains.Tests.Webhooks;

public sealed class WebhookFollowerTests(GridActorsCluster cluster)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_queues_batch_by_batch_until_nothing_is_left()
    {
        using var test = new QueueUnderTest();
        test.Subscribe(TestRegion.Township);
        for (var i = 0; i < 250; i++)
        {
            test.Report();
        }

        Assert.Equal(FollowOutcome.Advanced, await test.Follower.FollowAsync(Ct));
        Assert.Equal(100, test.Queued.Count);
        await test.Follower.CatchUpAsync(Ct);

        Assert.Equal(250, test.Queued.Select(q => q.Incident).Distinct().Count());
        Assert.Equal(250, test.Queued.Count);
    }

    [Fact]
    public async Task Without_a_subscription_it_does_not_read_the_journal()
    {
        using var test = new QueueUnderTest();
        test.Report();

        Assert.Equal(FollowOutcome.CaughtUp, await test.Follower.FollowAsync(Ct));
        Assert.Equal(0, test.FeedReads);
    }

    [Fact]
    public async Task Whoever_subscribes_while_a_page_is_read_is_told_of_it()
    {
        using var test = new QueueUnderTest();
        test.Subscribe(TestRegion.County, WebhookFilter.All with { Kinds = ["closed"] });
        test.OnRead = () => test.Subscribe(TestRegion.Township);
        test.Report();

        await test.Follower.FollowAsync(Ct);

        Assert.Equal(test.Subscriptions[1].Id, Assert.Single(test.Queued).Subscription);
    }

    [Fact]
    public async Task Each_event_is_told_as_the_incident_was_then()
    {
        using var test = new QueueUnderTest();
        test.Subscribe(TestRegion.Township);
        var id = test.Report();
        await test.Follower.CatchUpAsync(Ct);
        test.Append(id, new IncidentAccepted(test.Clock.GetUtcNow(), Actor.Of(Post.Of(TestRegion.Township)), new Deadline(test.Clock.GetUtcNow().AddHours(2), false), test.Clock.GetUtcNow().AddHours(1)));
        test.Append(id, new IncidentUrged(test.Clock.GetUtcNow(), Actor.Clock, "Still there"));
        test.Append(id, new HandlingStarted(test.Clock.GetUtcNow(), Actor.Of(Post.Of(TestRegion.Township))));

        await test.Follower.CatchUpAsync(Ct);

        Assert.Equal([(1, "reported"), (2, "accepted"), (3, "urged"), (4, "handling-started")], test.Queued.Select(q => (q.Version, q.Kind)));
        Assert.Equal(["reported", "accepted", "accepted", "handling"], test.Queued.Select(q => JsonSerializer.Deserialize<JsonElement>(q.Body.Span).GetProperty("data").GetProperty("phase").GetString()));
        Assert.Equal(1, test.LivesRead);
    }

    [Fact]
    public async Task An_incident_of_which_nobody_wants_to_hear_is_not_read()
    {
        using var test = new QueueUnderTest();
        test.Subscribe(TestRegion.Township, WebhookFilter.All with { Kinds = ["closed"] });
        var id = test.Report();
        await test.Follower.CatchUpAsync(Ct);
        test.Append(id, new IncidentUrged(test.Clock.GetUtcNow(), Actor.Clock, "Still there"));

        await test.Follower.CatchUpAsync(Ct);

        Assert.Equal((0, 0), (test.LivesRead, test.Queued.Count));
        Assert.Equal(FollowOutcome.CaughtUp, await test.Follower.FollowAsync(Ct));
    }

    [Fact]
    public async Task Of_oversight_only_those_are_told_who_may_see_it()
    {
        using var test = new QueueUnderTest();
        test.Subscribe(TestRegion.Township);
        var county = test.Subscribe(TestRegion.County);
        test.Report(Tier.County);

        await test.Follower.CatchUpAsync(Ct);

        Assert.Equal(county.Id, Assert.Single(test.Queued).Subscription);
    }

    [Fact]
    public async Task A_crash_before_a_write_loses_nothing_and_one_after_it_queues_nothing_twice()
    {
        using var test = new QueueUnderTest();
        test.Subscribe(TestRegion.Township);
        test.Report();

        test.OnWriting = () => throw new JournalUnavailableException("gone");
        await Assert.ThrowsAsync<JournalUnavailableException>(() => test.Follower.CatchUpAsync(Ct));
        Assert.Empty(test.Queued);
        (test.OnWriting, test.OnWritten) = (() => { }, () => throw new JournalUnavailableException("gone"));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => test.Follower.CatchUpAsync(Ct));
        test.OnWritten = () => { };
        await test.Follower.CatchUpAsync(Ct);

        Assert.Single(test.Queued);
    }

    [Fact]
    public async Task Who_is_overtaken_queues_nothing()
    {
        using var test = new QueueUnderTest();
        test.Subscribe(TestRegion.Township);
        test.OnWriting = test.MovePosition;
        test.Report();

        Assert.Equal(FollowOutcome.Overtaken, await test.Follower.FollowAsync(Ct));
        Assert.Empty(test.Queued);
    }

    [Fact]
    public async Task Two_silos_that_follow_at_once_queue_each_event_once()
    {
        var subscription = new WebhookSubscription(
            new WebhookId(Guid.CreateVersion7()), TestRegion.Township, "https://receiver.example", WebhookFilter.All with { Kinds = ["reported"] }, null, cluster.Clock.GetUtcNow());
        Assert.True(await cluster.Webhooks.AddAsync(subscription, new SealedSecret("key", new byte[] { 1 }), Ct));
        var reports = Enumerable.Range(0, 40).Select(_ => TestReports.Report(TestRegion.TownshipItem, TestRegion.Grid)).ToList();

        await Task.WhenAll(reports.Select(async r =>
        {
            await cluster.Grains.GetIncident(r.Id).ExecuteAsync(r, null, Ct);
            await Task.WhenAll(cluster.WebhookFollowers.Select(f => f.CatchUpAsync(Ct)));
        }));

        var queued = await cluster.Deliveries.ListAsync(subscription.Id, null, null, 500, Ct);
        await cluster.Webhooks.RemoveAsync(subscription.Id, Ct);
        Assert.Equal(reports.Select(r => r.Id.Value).Order(), queued.Select(d => d.Incident.Value).Order());
    }

    [Fact]
    public async Task Its_lag_is_the_age_of_the_oldest_event_not_queued()
    {
        using var test = new QueueUnderTest { OnWriting = () => throw new JournalUnavailableException("gone") };
        test.Subscribe(TestRegion.Township);
        test.Report();
        test.Clock.Advance(TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<JournalUnavailableException>(() => test.Follower.FollowAsync(Ct));
        test.Lag.RecordObservableInstruments();
        test.OnWriting = () => { };
        await test.Follower.CatchUpAsync(Ct);
        test.Lag.RecordObservableInstruments();

        Assert.Equal([30.0, 0.0], test.Lag.GetMeasurementSnapshot().Select(m => m.Value));
    }
}
