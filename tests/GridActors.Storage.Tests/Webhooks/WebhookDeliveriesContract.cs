using GridActors.Core.Webhooks;
using GridActors.Storage.Tests.Incidents;
using GridActors.Storage.Webhooks;
using static GridActors.Storage.Tests.Webhooks.SampleWebhooks;

namespace GridActors.Storage.Tests.Webhooks;

/// <summary>What every store of deliveries promises.</summary>
public abstract class WebhookDeliveriesContract(StorageUnderTest storage) : IAsyncDisposable
{
    private static readonly DateTimeOffset _now = Sample.Monday;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_is_queued_is_taken_once_with_all_that_it_needs()
    {
        var subscription = await storage.SubscribeAsync();
        var queued = Assert.Single(await storage.QueueAsync(subscription, 1));

        Assert.Empty(await storage.LeaseAsync(_now.AddMilliseconds(-1)));
        var leased = Assert.Single(await storage.LeaseAsync(_now));

        Assert.Equal((queued.Id, subscription.Id, subscription.Url, queued.Incident, 1, "reported"), (leased.Id, leased.Subscription, leased.Url, leased.Incident, leased.Version, leased.Kind));
        Assert.Equal((1, _now, "key-1", null), (leased.Attempt, leased.FirstAttemptAt, leased.Secret.KeyId, leased.PreviousSecret));
        Assert.Equal(queued.Body.ToArray(), leased.Body.ToArray());
        Assert.Empty(await storage.LeaseAsync(_now));
    }

    [Fact]
    public async Task What_was_taken_and_never_settled_is_due_again_when_the_lease_ends()
    {
        await storage.QueueAsync(await storage.SubscribeAsync(), 1);
        var lost = Assert.Single(await storage.LeaseAsync(_now));

        Assert.Empty(await storage.LeaseAsync(_now.AddSeconds(59)));
        await storage.ReopenAsync();
        var again = Assert.Single(await storage.LeaseAsync(_now.AddMinutes(1)));

        Assert.Equal((lost.Id, 2, _now), (again.Id, again.Attempt, again.FirstAttemptAt));
    }

    [Fact]
    public async Task An_attempt_that_another_one_has_followed_settles_nothing()
    {
        var subscription = await storage.SubscribeAsync();
        await storage.QueueAsync(subscription, 1);
        var slow = Assert.Single(await storage.LeaseAsync(_now));
        var next = Assert.Single(await storage.LeaseAsync(_now.AddMinutes(1)));

        await storage.Deliveries.SettleAsync(Dead(slow, _now), Ct);
        Assert.Equal(DeliveryState.Waiting, Assert.Single(await storage.ListAsync(subscription)).State);
        await storage.Deliveries.SettleAsync(Delivered(next, _now.AddMinutes(2)), Ct);

        var delivery = Assert.Single(await storage.ListAsync(subscription));
        Assert.Equal((DeliveryState.Delivered, 2, _now.AddMinutes(2), null), (delivery.State, delivery.Attempts, delivery.EndedAt, delivery.NextAttemptAt));
    }

    [Fact]
    public async Task Whoever_takes_at_once_takes_different_ones()
    {
        var subscription = await storage.SubscribeAsync();
        var queued = await storage.QueueAsync(subscription, 40);

        var leased = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => storage.LeaseAsync(_now, share: 8), Ct)));
        var rest = await storage.LeaseAsync(_now, share: 40, limit: 40);

        Assert.Equal(queued.Select(q => q.Id.Value).Order(), leased.SelectMany(l => l).Concat(rest).Select(l => l.Id.Value).Order());
        Assert.All(leased, l => Assert.InRange(l.Length, 0, 8));
    }

    [Fact]
    public async Task No_subscription_takes_the_share_of_the_others()
    {
        var (busy, other) = (await storage.SubscribeAsync(), await storage.SubscribeAsync());
        await storage.QueueAsync(busy, 50, _now.AddMinutes(-1));
        await storage.QueueAsync(other, 1);

        var leased = await storage.LeaseAsync(_now, share: 8, limit: 32);

        Assert.Equal((8, 1), (leased.Count(l => l.Subscription == busy.Id), leased.Count(l => l.Subscription == other.Id)));
        Assert.Equal(3, (await storage.LeaseAsync(_now, share: 8, limit: 3)).Length);
        Assert.Empty(await storage.LeaseAsync(_now, except: [busy.Id, other.Id]));
    }

    [Fact]
    public async Task Of_one_that_fails_a_single_delivery_is_taken_until_one_succeeds()
    {
        var subscription = await storage.SubscribeAsync();
        await storage.QueueAsync(subscription, 5);
        var first = Assert.Single(await storage.LeaseAsync(_now, share: 1));
        await storage.Deliveries.SettleAsync(Failed(first, _now, _now.AddHours(1)), Ct);

        var failing = (await storage.Webhooks.FindAsync(subscription.Id, Ct))!.FailingSince;
        var second = Assert.Single(await storage.LeaseAsync(_now));
        await storage.Deliveries.SettleAsync(Delivered(second, _now.AddSeconds(1)), Ct);

        Assert.Equal(_now, failing);
        Assert.Null((await storage.Webhooks.FindAsync(subscription.Id, Ct))!.FailingSince);
        Assert.Equal(3, (await storage.LeaseAsync(_now)).Length);
        Assert.Contains(first.Id, (await storage.LeaseAsync(_now.AddHours(1))).Select(l => l.Id));
    }

    [Fact]
    public async Task Of_a_paused_one_nothing_is_taken_and_all_of_it_waits()
    {
        var subscription = await storage.SubscribeAsync();
        await storage.QueueAsync(subscription, 2);
        await storage.PauseAsync(subscription);

        Assert.Empty(await storage.LeaseAsync(_now));
        await storage.PauseAsync(subscription, null);

        Assert.Equal(2, (await storage.LeaseAsync(_now)).Length);
    }

    [Fact]
    public async Task They_are_listed_newest_first_by_state_and_page_by_page()
    {
        var subscription = await storage.SubscribeAsync();
        var queued = await storage.QueueAsync(subscription, 6);
        var leased = await storage.LeaseAsync(_now, share: 3);
        await storage.Deliveries.SettleAsync(Delivered(leased[0], _now), Ct);
        await storage.Deliveries.SettleAsync(Dead(leased[1], _now), Ct);

        Assert.Equal(queued.Reverse().Select(q => q.Id), (await storage.ListAsync(subscription)).Select(d => d.Id));
        Assert.Equal(leased[0].Id, Assert.Single(await storage.ListAsync(subscription, DeliveryState.Delivered)).Id);
        Assert.Equal(4, (await storage.ListAsync(subscription, DeliveryState.Waiting)).Length);
        var dead = Assert.Single(await storage.ListAsync(subscription, DeliveryState.Dead));
        Assert.Equal(("503 Service Unavailable", _now, null), (dead.Failure, dead.EndedAt, dead.NextAttemptAt));
        var page = await storage.Deliveries.ListAsync(subscription.Id, null, queued[3].Id, 2, Ct);
        Assert.Equal([queued[2].Id, queued[1].Id], page.Select(d => d.Id));
        Assert.Empty(await storage.ListAsync(await storage.SubscribeAsync()));
    }

    [Fact]
    public async Task A_dead_letter_that_is_replayed_begins_anew()
    {
        var (subscription, other) = (await storage.SubscribeAsync(), await storage.SubscribeAsync());
        await storage.QueueAsync(subscription, 1);
        var leased = Assert.Single(await storage.LeaseAsync(_now));
        await storage.Deliveries.SettleAsync(Dead(leased, _now), Ct);
        var later = _now.AddDays(2);

        Assert.Null(await storage.Deliveries.ReplayAsync(other.Id, leased.Id, later, Ct));
        var replayed = await storage.Deliveries.ReplayAsync(subscription.Id, leased.Id, later, Ct);
        var again = Assert.Single(await storage.LeaseAsync(later));

        Assert.Equal((DeliveryState.Waiting, 0, later, null, null), (replayed!.State, replayed.Attempts, replayed.NextAttemptAt, replayed.EndedAt, replayed.Failure));
        Assert.Equal((1, later), (again.Attempt, again.FirstAttemptAt));
        Assert.Equal(1, (await storage.Deliveries.ReplayAsync(subscription.Id, leased.Id, later.AddDays(1), Ct))!.Attempts);
    }

    [Fact]
    public async Task All_dead_letters_are_replayed_some_at_a_time()
    {
        var subscription = await storage.SubscribeAsync();
        await storage.QueueAsync(subscription, 5);
        foreach (var leased in await storage.LeaseAsync(_now))
        {
            await storage.Deliveries.SettleAsync(Dead(leased, _now), Ct);
        }

        Assert.Equal(3, await storage.Deliveries.ReplayDeadAsync(subscription.Id, _now, 3, Ct));
        Assert.Equal(2, await storage.Deliveries.ReplayDeadAsync(subscription.Id, _now, 3, Ct));
        Assert.Equal(0, await storage.Deliveries.ReplayDeadAsync(subscription.Id, _now, 3, Ct));

        Assert.Equal(5, (await storage.ListAsync(subscription, DeliveryState.Waiting)).Length);
    }

    [Fact]
    public async Task What_waits_and_what_is_dead_is_counted_up_to_a_limit()
    {
        Assert.Equal(new WebhookBacklog(0, 0, null), await storage.Deliveries.CountAsync(100, Ct));
        var (subscription, paused) = (await storage.SubscribeAsync(), await storage.SubscribeAsync());
        await storage.QueueAsync(paused, 2, _now.AddHours(-1));
        await storage.PauseAsync(paused);
        await storage.QueueAsync(subscription, 3);
        await storage.Deliveries.SettleAsync(Dead((await storage.LeaseAsync(_now, share: 1))[0], _now), Ct);

        Assert.Equal(new WebhookBacklog(4, 1, _now), await storage.Deliveries.CountAsync(100, Ct));
        Assert.Equal(new WebhookBacklog(2, 1, _now), await storage.Deliveries.CountAsync(2, Ct));
    }

    [Fact]
    public async Task What_ended_long_ago_is_forgotten_and_what_waits_too_long_in_a_pause_is_given_up()
    {
        var (subscription, paused) = (await storage.SubscribeAsync(), await storage.SubscribeAsync());
        await storage.QueueAsync(subscription, 3);
        await storage.QueueAsync(paused, 1);
        await storage.PauseAsync(paused);
        var leased = await storage.LeaseAsync(_now, share: 2);
        await storage.Deliveries.SettleAsync(Dead(leased[1], _now), Ct);
        await storage.Deliveries.SettleAsync(Delivered(leased[0], _now), Ct);

        Assert.Equal(0, await storage.Deliveries.TidyAsync(new WebhookTidying(_now, _now, _now, _now), 10, Ct));
        var later = _now.AddMilliseconds(1);
        Assert.Equal(3, await storage.Deliveries.TidyAsync(new WebhookTidying(later, later, later, later), 10, Ct));

        Assert.Equal(DeliveryState.Waiting, Assert.Single(await storage.ListAsync(subscription)).State);
        var given = Assert.Single(await storage.ListAsync(paused));
        Assert.Equal((DeliveryState.Dead, "The subscription is paused or fails.", later), (given.State, given.Failure, given.EndedAt));
    }

    [Fact]
    public async Task What_waits_for_a_receiver_that_fails_for_too_long_is_given_up()
    {
        var subscription = await storage.SubscribeAsync();
        await storage.QueueAsync(subscription, 2, _now.AddHours(-1));
        var leased = Assert.Single(await storage.LeaseAsync(_now, share: 1));
        await storage.Deliveries.SettleAsync(Failed(leased, _now, _now.AddDays(1)), Ct);
        await storage.QueueAsync(subscription, 1, _now.AddMinutes(1));
        var later = _now.AddMilliseconds(1);

        Assert.Equal(0, await storage.Deliveries.TidyAsync(new WebhookTidying(_now, _now, _now, _now), 10, Ct));
        Assert.Equal(2, await storage.Deliveries.TidyAsync(new WebhookTidying(later, _now, _now, later), 10, Ct));

        Assert.Single(await storage.ListAsync(subscription, DeliveryState.Waiting));
        Assert.Equal(["The subscription is paused or fails.", "503 Service Unavailable"], (await storage.ListAsync(subscription, DeliveryState.Dead)).Select(d => d.Failure));
    }
}
