using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.Webhooks;
using GridActors.Storage.Tests.Incidents;
using GridActors.Storage.Webhooks;

namespace GridActors.Storage.Tests.Webhooks;

/// <summary>What every store of subscriptions, and of what they are told, promises.</summary>
public abstract class WebhookSubscriptionsContract(StorageUnderTest storage) : IAsyncDisposable
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_subscription_is_there_for_the_next_process_as_it_was_added()
    {
        var filter = new WebhookFilter([ItemCode.Parse("0101")], [2, 12], [IncidentPhase.Closed], ["closed", "rated"]);
        var added = await storage.SubscribeAsync(filter: filter);

        await storage.ReopenAsync();

        var found = (await storage.Webhooks.FindAsync(added.Id, Ct))!;
        Assert.Equal(added with { Filter = found.Filter }, found);
        Assert.Equal(WebhookJson.Write(filter), WebhookJson.Write(found.Filter));
        Assert.Equal(added.Id, Assert.Single(await storage.Outbox.ListSubscriptionsAsync(Ct)).Id);
        Assert.Null(await storage.Webhooks.FindAsync(new WebhookId(Guid.Empty), Ct));
    }

    [Fact]
    public async Task A_division_has_a_hundred_at_most_also_when_they_come_at_once()
    {
        for (var i = 0; i < WebhookSubscription.MaxOfDivision - 2; i++)
        {
            await storage.SubscribeAsync();
        }

        var added = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => AddAsync(SampleWebhooks.Township), Ct)));

        Assert.Equal(2, added.Count(a => a));
        Assert.True(await AddAsync("652301002000"));
    }

    [Fact]
    public async Task Whoever_lists_them_sees_those_of_the_own_scope_page_by_page()
    {
        var here = (await storage.SubscribeAsync(), await storage.SubscribeAsync("652301001001"), await storage.SubscribeAsync());
        var there = await storage.SubscribeAsync("652301002000");

        Assert.Equal([here.Item1.Id, here.Item2.Id], (await ListAsync(null, 2, "652301001")).Select(s => s.Id));
        Assert.Equal([here.Item3.Id], (await ListAsync(here.Item2.Id, 2, "652301001")).Select(s => s.Id));
        Assert.Equal([here.Item2.Id, there.Id], (await ListAsync(null, 9, "652301001001", "652301002")).Select(s => s.Id));
        Assert.Equal(4, (await ListAsync(null, 9, "")).Length);
        Assert.Empty(await ListAsync(null, 9));
        Assert.Empty(await ListAsync(null, 9, "6524", "652301001001001"));
    }

    [Fact]
    public async Task What_is_changed_is_changed_and_one_that_goes_on_has_a_clean_record()
    {
        var added = await storage.SubscribeAsync();
        await storage.QueueAsync(added, 1);
        var leased = Assert.Single(await storage.LeaseAsync(Sample.Monday));
        await storage.Deliveries.SettleAsync(SampleWebhooks.Failed(leased, Sample.Monday, Sample.Monday.AddSeconds(5), PauseReason.Gone), Ct);

        var gone = (await storage.Webhooks.FindAsync(added.Id, Ct))!;
        var resumed = (await storage.Webhooks.ChangeAsync(added.Id, "https://example.org/other", WebhookFilter.All with { Kinds = ["closed"] }, null, Ct))!;

        Assert.Equal((PauseReason.Gone, Sample.Monday), (gone.Pause, gone.FailingSince));
        Assert.Equal((null, null, "https://example.org/other"), (resumed.Pause, resumed.FailingSince, resumed.Url));
        Assert.Equal("closed", Assert.Single(resumed.Filter.Kinds));
        Assert.Null(await storage.Webhooks.ChangeAsync(new WebhookId(Guid.Empty), "https://example.org", WebhookFilter.All, null, Ct));
    }

    [Fact]
    public async Task A_new_secret_is_used_beside_the_one_before_until_that_ends()
    {
        var added = await storage.SubscribeAsync();
        var (second, third) = (new SealedSecret("key-2", new byte[] { 2 }), new SealedSecret("key-2", new byte[] { 3 }));
        await storage.Webhooks.RotateAsync(added.Id, second, Sample.Monday.AddHours(1), Ct);
        var rotated = await storage.Webhooks.RotateAsync(added.Id, third, Sample.Monday.AddHours(24), Ct);
        await storage.QueueAsync(added, 2);

        var during = Assert.Single(await storage.LeaseAsync(Sample.Monday.AddHours(24).AddMilliseconds(-1), share: 1));
        var after = Assert.Single(await storage.LeaseAsync(Sample.Monday.AddHours(24), share: 1));

        Assert.Equal(Sample.Monday.AddHours(24), rotated!.PreviousSecretUntil);
        Assert.Equal([(byte)3, (byte)2], [.. during.Secret.Box.Span, .. during.PreviousSecret!.Box.Span]);
        Assert.Equal(("key-2", null), (after.Secret.KeyId, after.PreviousSecret));
        Assert.Null(await storage.Webhooks.RotateAsync(new WebhookId(Guid.Empty), third, Sample.Monday, Ct));
    }

    [Fact]
    public async Task One_that_is_removed_takes_its_deliveries_with_it_and_gets_no_more()
    {
        var (removed, kept) = (await storage.SubscribeAsync(), await storage.SubscribeAsync());
        await storage.QueueAsync(removed, 3);

        Assert.True(await storage.Webhooks.RemoveAsync(removed.Id, Ct));
        Assert.False(await storage.Webhooks.RemoveAsync(removed.Id, Ct));

        var start = await storage.Outbox.ReadPositionAsync(Ct);
        ImmutableArray<QueuedDelivery> late = [SampleWebhooks.DeliveryTo(removed, Sample.Monday), SampleWebhooks.DeliveryTo(kept, Sample.Monday)];
        Assert.True(await storage.Outbox.WriteAsync(new WebhookBatch(start, start with { Position = start.Position + 1 }, Sample.Monday, late), Ct));
        Assert.Empty(await storage.ListAsync(removed));
        Assert.Single(await storage.ListAsync(kept));
    }

    [Fact]
    public async Task The_first_one_is_told_of_nothing_that_was_before_it_and_of_all_that_comes_after()
    {
        await storage.Journal.StoreAsync(Sample.Report());
        await storage.SubscribeAsync();
        var after = await storage.Journal.StoreAsync(Sample.Report());
        await storage.SubscribeAsync();

        var told = await storage.Feed.ReadAsync(await storage.Outbox.ReadPositionAsync(Ct), 100, Ct);

        Assert.Equal(after.Id, Assert.Single(told.Select(e => e.Id).Distinct()));
    }

    [Fact]
    public async Task The_same_batch_written_again_queues_nothing_twice()
    {
        var subscription = await storage.SubscribeAsync();
        var start = await storage.Outbox.ReadPositionAsync(Ct);
        var batch = new WebhookBatch(start, start with { Position = start.Position + 3 }, Sample.Monday, [SampleWebhooks.DeliveryTo(subscription, Sample.Monday)]);

        var written = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => storage.Outbox.WriteAsync(batch, Ct), Ct)));

        Assert.Single(written, w => w);
        Assert.Single(await storage.ListAsync(subscription));
        Assert.Equal(batch.To, await storage.Outbox.ReadPositionAsync(Ct));
    }

    private Task<bool> AddAsync(string division) => storage.Webhooks.AddAsync(
        new WebhookSubscription(new WebhookId(Guid.CreateVersion7()), DivisionCode.Parse(division), "https://example.org", WebhookFilter.All, null, Sample.Monday),
        SampleWebhooks.Secret,
        Ct);

    private Task<ImmutableArray<WebhookSubscription>> ListAsync(WebhookId? after, int limit, params string[] scopes) =>
        storage.Webhooks.ListAsync([.. scopes], after, limit, Ct);
}
