using GridActors.Grains;
using GridActors.Grains.Webhooks;
using GridActors.Storage.Webhooks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Webhooks;

/// <summary>Counts what waits and what is dead, for the metrics, and forgets what is old. In every silo: what one has done the next one does not find.</summary>
public sealed partial class WebhookKeeper(IWebhookDeliveries store, WebhookMetrics metrics, TimeProvider clock, ILogger<WebhookKeeper> logger) : BackgroundService
{
    /// <summary>On the product's clock, as are the next two.</summary>
    public static readonly TimeSpan KeepsDelivered = TimeSpan.FromDays(7);

    public static readonly TimeSpan KeepsDead = TimeSpan.FromDays(30);

    /// <summary>What has waited for so long is a dead letter where the subscription is paused, or where every attempt has failed for as long.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromHours(24);

    /// <summary>Where a count ends. How many more there are makes no difference to anybody.</summary>
    private const int MaxCount = 100_000;

    /// <summary>Rows of one transaction, which holds an embedded store's write lock.</summary>
    private const int MaxTidied = 500;

    /// <summary>On the machine's clock.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan BetweenTransactions = TimeSpan.FromMilliseconds(50);

    /// <summary>A transaction that finds nothing is still one.</summary>
    private const int LooksBetweenTidyings = 6;

    private readonly ILogger _logger = logger;

    /// <exception cref="GridActors.Storage.Incidents.JournalUnavailableException">The store failed.</exception>
    public async Task CountAsync(CancellationToken ct) => metrics.Counted(await store.CountAsync(MaxCount, ct));

    /// <summary>Until nothing old is left.</summary>
    /// <exception cref="GridActors.Storage.Incidents.JournalUnavailableException">The store failed; what was tidied stays so.</exception>
    public async Task TidyAsync(CancellationToken ct)
    {
        var now = clock.NowInMilliseconds();
        var tidying = new WebhookTidying(now, now - KeepsDelivered, now - KeepsDead, now - Holds);
        while (await store.TidyAsync(tidying, MaxTidied, ct) > 0)
        {
            await Task.Delay(BetweenTransactions, TimeProvider.System, ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, TimeProvider.System);
        try
        {
            for (var look = 0; await timer.WaitForNextTickAsync(stoppingToken); look++)
            {
                await TryLookAsync(isTidying: look % LooksBetweenTidyings == 0, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task TryLookAsync(bool isTidying, CancellationToken ct)
    {
        try
        {
            await CountAsync(ct);
            if (isTidying)
            {
                await TidyAsync(ct);
            }
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            LogLookFailed(_logger, fault);
        }
    }
}
