using System.Net;
using GridActors.Core.Webhooks;
using GridActors.Storage.Incidents;
using Microsoft.AspNetCore.Http;

namespace GridActors.Api.Tests.Webhooks;

public sealed class WebhookDispatcherTests
{
    [Fact]
    public async Task What_is_due_is_sent_once_signed_and_nothing_of_ours_goes_with_it()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var test = new DispatchUnderTest();
        var (id, secret) = await test.SubscribeAsync(receiver.Url);
        await test.QueueAsync(id);

        await test.DispatchAsync();
        await test.DispatchAsync();

        var received = await receiver.NextAsync();
        Assert.Equal(0, receiver.Waiting);
        Assert.Equal(("POST", "application/cloudevents+json; charset=utf-8", ""), (received.Method, received.ContentType, received.TraceParent));
        Assert.Equal("1740970800", received.Timestamp);
        Assert.True(received.IsSignedWith(secret));
        Assert.False((received with { Body = received.Body + " " }).IsSignedWith(secret));
        var delivery = await test.GetDeliveryAsync(id);
        Assert.Equal((DeliveryState.Delivered, 1, $"{delivery.Incident}:1"), (delivery.State, delivery.Attempts, received.Id));
        Assert.Equal(["delivered"], test.Outcomes);
    }

    [Fact]
    public async Task A_process_that_ends_between_sending_and_marking_sends_again_under_the_same_id()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var test = new DispatchUnderTest { OnSettling = () => throw new JournalUnavailableException("gone") };
        var (id, _) = await test.SubscribeAsync(receiver.Url);
        await test.QueueAsync(id);

        await test.DispatchAsync();
        test.OnSettling = () => { };
        await test.DispatchAsync();
        var first = await receiver.NextAsync();
        Assert.Equal(0, receiver.Waiting);
        test.Clock.Move(TimeSpan.FromMinutes(1));
        await test.DispatchAsync();

        var second = await receiver.NextAsync();
        Assert.Equal((first.Id, first.Body), (second.Id, second.Body));
        Assert.Equal(DeliveryState.Delivered, (await test.GetDeliveryAsync(id)).State);
    }

    [Fact]
    public async Task A_receiver_that_was_down_gets_it_when_it_is_up_again()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var test = new DispatchUnderTest();
        receiver.Answer = WebhookReceiver.AnswerWith(StatusCodes.Status503ServiceUnavailable, "down for\u001b[31m a moment");
        var (id, _) = await test.SubscribeAsync(receiver.Url);
        await test.QueueAsync(id);
        await test.DispatchAsync();

        var failed = await test.GetDeliveryAsync(id);
        receiver.Answer = WebhookReceiver.AnswerWith(StatusCodes.Status200OK, "thanks");
        test.Clock.MoveTo(failed.NextAttemptAt!.Value);
        await test.DispatchAsync();

        Assert.Equal((DeliveryState.Waiting, "503 Service Unavailable: down for [31m a moment"), (failed.State, failed.Failure));
        Assert.InRange(failed.NextAttemptAt.Value - failed.FirstAttemptAt!.Value, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(6));
        Assert.Equal((DeliveryState.Delivered, 2), ((await test.GetDeliveryAsync(id)).State, (await test.GetDeliveryAsync(id)).Attempts));
        Assert.Null((await test.GetSubscriptionAsync(id))!.FailingSince);
    }

    [Fact]
    public async Task After_a_day_it_is_a_dead_letter()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var test = new DispatchUnderTest();
        receiver.Answer = WebhookReceiver.AnswerWith(StatusCodes.Status500InternalServerError);
        var (id, _) = await test.SubscribeAsync(receiver.Url);
        await test.QueueAsync(id);
        await test.DispatchAsync();
        var first = (await test.GetDeliveryAsync(id)).FirstAttemptAt!.Value;

        while ((await test.GetDeliveryAsync(id)).NextAttemptAt is { } next)
        {
            test.Clock.MoveTo(next);
            await test.DispatchAsync();
        }

        var dead = await test.GetDeliveryAsync(id);
        Assert.Equal((DeliveryState.Dead, first.AddHours(24), "500 Internal Server Error"), (dead.State, dead.EndedAt!.Value, dead.Failure));
        Assert.InRange(dead.Attempts, 18, 30);
        Assert.Equal("dead", test.Outcomes.Last());
    }

    [Fact]
    public async Task A_receiver_that_asks_for_time_gets_it()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var test = new DispatchUnderTest();
        receiver.Answer = WebhookReceiver.AnswerWith(StatusCodes.Status429TooManyRequests, "", ("Retry-After", "3600"));
        var (id, _) = await test.SubscribeAsync(receiver.Url);
        await test.QueueAsync(id);

        await test.DispatchAsync();

        Assert.Equal(test.Clock.GetUtcNow().AddHours(1), (await test.GetDeliveryAsync(id)).NextAttemptAt);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_pauses_the_subscription()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var test = new DispatchUnderTest();
        receiver.Answer = WebhookReceiver.AnswerWith(StatusCodes.Status410Gone);
        var (id, _) = await test.SubscribeAsync(receiver.Url);
        await test.QueueAsync(id);

        await test.DispatchAsync();
        test.Clock.Move(TimeSpan.FromHours(1));
        await test.DispatchAsync();

        Assert.Equal((PauseReason.Gone, 1), ((await test.GetSubscriptionAsync(id))!.Pause, (await test.GetDeliveryAsync(id)).Attempts));
        Assert.Equal(["gone"], test.Outcomes);
        test.Clock.Move(TimeSpan.FromHours(24));
        await test.Keeper.TidyAsync(TestContext.Current.CancellationToken);
        Assert.Equal(DeliveryState.Dead, (await test.GetDeliveryAsync(id)).State);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var elsewhere = await WebhookReceiver.StartAsync();
        await using var test = new DispatchUnderTest();
        receiver.Answer = WebhookReceiver.AnswerWith(StatusCodes.Status307TemporaryRedirect, "", ("Location", elsewhere.Url));
        var (id, _) = await test.SubscribeAsync(receiver.Url);
        await test.QueueAsync(id);

        await test.DispatchAsync();

        Assert.Equal(0, elsewhere.Waiting);
        Assert.Equal("307 Temporary Redirect", (await test.GetDeliveryAsync(id)).Failure);
    }

    [Fact]
    public async Task Of_an_answer_no_more_is_kept_than_says_why()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var test = new DispatchUnderTest();
        receiver.Answer = WebhookReceiver.AnswerWith(StatusCodes.Status400BadRequest, new string('x', 1_000_000));
        var (id, _) = await test.SubscribeAsync(receiver.Url);
        await test.QueueAsync(id);

        await test.DispatchAsync();

        Assert.Equal(1_024, (await test.GetDeliveryAsync(id)).Failure!.Length);
    }

    [Fact]
    public async Task A_receiver_that_hangs_is_not_waited_for_and_holds_up_nobody_else()
    {
        await using var hanging = await WebhookReceiver.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var test = new DispatchUnderTest(patience: TimeSpan.FromMilliseconds(200));
        hanging.Answer = async http => await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var (stuck, _) = await test.SubscribeAsync(hanging.Url);
        var (quick, _) = await test.SubscribeAsync(receiver.Url);
        await test.QueueAsync(stuck);
        await test.QueueAsync(quick, 30);

        await test.DispatchAsync();

        Assert.Equal(30, receiver.Waiting);
        Assert.StartsWith("No answer within", (await test.GetDeliveryAsync(stuck)).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_leads_to_this_machine_is_not_connected_to_unless_it_is_allowed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var test = new DispatchUnderTest(allowPrivate: false);
        var (id, _) = await test.SubscribeAsync(receiver.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        await test.QueueAsync(id);

        await test.DispatchAsync();

        Assert.Equal(0, receiver.Waiting);
        Assert.Equal("The host has no address on the public internet.", (await test.GetDeliveryAsync(id)).Failure);
    }

    [Fact]
    public async Task A_name_that_led_elsewhere_a_moment_ago_gains_nothing()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var lookups = 0;
        await using var test = new DispatchUnderTest(allowPrivate: false, resolve: (_, _) =>
        {
            lookups++;
            return Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.Parse("::ffff:127.0.0.1"), IPAddress.Parse("169.254.169.254")]);
        });
        var (id, _) = await test.SubscribeAsync(receiver.Url.Replace("127.0.0.1", "public.example", StringComparison.Ordinal));
        await test.QueueAsync(id);

        await test.DispatchAsync();

        Assert.Equal((0, 1), (receiver.Waiting, lookups));
        Assert.Equal("The host has no address on the public internet.", (await test.GetDeliveryAsync(id)).Failure);
    }

    [Fact]
    public async Task What_waits_is_counted_for_whoever_watches()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var test = new DispatchUnderTest();
        receiver.Answer = WebhookReceiver.AnswerWith(StatusCodes.Status503ServiceUnavailable);
        var (id, _) = await test.SubscribeAsync(receiver.Url);
        await test.QueueAsync(id, 3);
        test.Clock.Move(TimeSpan.FromSeconds(30));

        await test.Keeper.CountAsync(TestContext.Current.CancellationToken);

        Assert.Equal((3, 0), (test.Read<int>("gridactors.webhooks.waiting"), test.Read<int>("gridactors.webhooks.dead")));
        Assert.Equal(30.0, test.Read<double>("gridactors.webhooks.oldest_waiting"));
    }

    [Fact]
    public async Task Delivered_ones_are_kept_for_a_week()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var test = new DispatchUnderTest();
        var (id, _) = await test.SubscribeAsync(receiver.Url);
        await test.QueueAsync(id);
        await test.DispatchAsync();

        test.Clock.Move(TimeSpan.FromDays(7));
        await test.Keeper.TidyAsync(TestContext.Current.CancellationToken);
        Assert.Equal(DeliveryState.Delivered, (await test.GetDeliveryAsync(id)).State);
        test.Clock.Move(TimeSpan.FromMilliseconds(1));
        await test.Keeper.TidyAsync(TestContext.Current.CancellationToken);

        Assert.Empty(await test.ListAsync(id));
    }
}
