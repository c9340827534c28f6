using System.Collections.Immutable;
using GridActors.Core.Webhooks;
using GridActors.Grains;
using GridActors.Grains.Webhooks;
using GridActors.Storage.Webhooks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Webhooks;

/// <summary>
/// Sends deliveries that are due, in every silo: each takes some for a while, so no two make the same attempt. At least once, in no
/// order: one whose outcome was not written, because a process ended in between, is sent again. A receiver that hangs or fails
/// gets one delivery at a time, so that others do not wait for it.
/// </summary>
public sealed partial class WebhookDispatcher(
    IWebhookDeliveries store, WebhookSender sender, WebhookMetrics metrics, TimeProvider clock, ILogger<WebhookDispatcher> logger) : BackgroundService
{
    /// <summary>Attempts under way in this process.</summary>
    private const int MaxAtOnce = 32;

    /// <summary>Of one subscription; no more are taken of it before all of these have ended.</summary>
    private const int MaxOfSubscription = 8;

    /// <summary>On the product's clock: longer than an attempt takes. After it somebody else sends what this process took and did not finish.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>On the machine's clock: the store does not run faster with the product's clock.</summary>
    private static readonly TimeSpan WhenIdle = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = logger;

    /// <summary>Sends what is due, until nothing is. What fails is due again later.</summary>
    /// <exception cref="GridActors.Storage.Incidents.JournalUnavailableException">The store failed.</exception>
    public async Task DispatchAsync(CancellationToken ct)
    {
        while (await LeaseAsync([], MaxAtOnce, ct) is { IsEmpty: false } leased)
        {
            await Task.WhenAll(leased.Select(d => AttemptAsync(d, ct)));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new Dictionary<Task, (WebhookId Subscription, int Count)>();
        var pause = Task.CompletedTask;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                foreach (var ended in running.Keys.Where(t => t.IsCompleted).ToList())
                {
                    running.Remove(ended);
                    await ended;
                }

                var free = MaxAtOnce - running.Values.Sum(r => r.Count);
                foreach (var group in (await TryLeaseAsync([.. running.Values.Select(r => r.Subscription)], free, stoppingToken)).GroupBy(d => d.Subscription))
                {
                    running.Add(Task.WhenAll(group.Select(d => AttemptAsync(d, stoppingToken))), (group.Key, group.Count()));
                }

                pause = pause.IsCompleted ? Task.Delay(WhenIdle, TimeProvider.System, stoppingToken) : pause;
                await Task.WhenAny([pause, .. running.Keys]);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            await Task.WhenAll(running.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<ImmutableArray<LeasedDelivery>> TryLeaseAsync(ImmutableArray<WebhookId> busy, int free, CancellationToken ct)
    {
        try
        {
            return free > 0 ? await LeaseAsync(busy, free, ct) : [];
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            LogLeaseFailed(_logger, fault);
            return [];
        }
    }

    private Task<ImmutableArray<LeasedDelivery>> LeaseAsync(ImmutableArray<WebhookId> busy, int free, CancellationToken ct)
    {
        var now = clock.NowInMilliseconds();
        return store.LeaseAsync(now, now + Lease, busy, MaxOfSubscription, free, ct);
    }

    /// <summary>One attempt and its outcome. Where the outcome cannot be written, the lease ends and it is made again.</summary>
    private async Task AttemptAsync(LeasedDelivery delivery, CancellationToken ct)
    {
        try
        {
            var result = ResultOf(delivery, await sender.SendAsync(delivery, ct));
            await store.SettleAsync(result, ct);
            Tell(delivery, result);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            LogSettleFailed(_logger, fault, delivery.Id);
        }
    }

    private AttemptResult ResultOf(LeasedDelivery delivery, SendOutcome outcome)
    {
        var now = clock.NowInMilliseconds();
        var next = outcome.Failure is null ? null : RetryRules.NextAttempt(delivery.Attempt, delivery.FirstAttemptAt, now, outcome.RetryAfter, Random.Shared.NextDouble());
        var state = outcome.Failure is null ? DeliveryState.Delivered : next is null ? DeliveryState.Dead : DeliveryState.Waiting;
        return new AttemptResult(delivery.Id, delivery.Subscription, delivery.Attempt, state, now, next, outcome.Failure, outcome.IsGone ? PauseReason.Gone : null);
    }

    private void Tell(LeasedDelivery delivery, AttemptResult result)
    {
        metrics.Attempted(result switch
        {
            { State: DeliveryState.Delivered } => "delivered",
            { State: DeliveryState.Dead } => "dead",
            { Pause: PauseReason.Gone } => "gone",
            _ => "failed",
        });
        if (result.State == DeliveryState.Dead)
        {
            LogDead(_logger, delivery.Id, delivery.Subscription, delivery.Attempt);
        }

        if (result.Pause is PauseReason.Gone)
        {
            LogGone(_logger, delivery.Subscription);
        }
    }
}
