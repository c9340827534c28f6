using GridActors.Storage.Escalations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Escalations;

/// <summary>
/// Looks at all deadlines, whoever's they are: a clock that has stopped does not notice, and slots that no silo looks after
/// have no clock at all. Runs in every silo, so that one is left to tell.
/// </summary>
public sealed partial class EscalationAuditor(IDeadlineQueue queue, TimeProvider clock, EscalationMetrics metrics, ILogger<EscalationAuditor> logger) : BackgroundService
{
    /// <summary>On the product's clock. A deadline of which the clock is late by more is overdue.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(10);

    /// <summary>Where the count ends. How many more there are makes no difference to anybody.</summary>
    public const int MaxCount = 100_000;

    /// <summary>On the machine's clock: it asks the store, and the store does not run faster with the product's clock.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    private readonly ILogger _logger = logger;
    private int _overdue;

    /// <summary>One look. A change from none to some is logged, and back; not every look in between.</summary>
    /// <returns>How many deadlines are overdue.</returns>
    /// <exception cref="GridActors.Storage.Incidents.JournalUnavailableException">The store failed.</exception>
    public async Task<int> AuditAsync(CancellationToken ct)
    {
        var overdue = await queue.CountOverdueAsync(clock.GetUtcNow() - Tolerance, MaxCount, ct);
        metrics.Overdue(overdue);
        var before = Interlocked.Exchange(ref _overdue, overdue);
        if (before == 0 && overdue > 0)
        {
            LogOverdue(_logger, overdue, Tolerance);
        }
        else if (before > 0 && overdue == 0)
        {
            LogNothingOverdue(_logger);
        }

        return overdue;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAuditAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task TryAuditAsync(CancellationToken ct)
    {
        try
        {
            await AuditAsync(ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            LogAuditFailed(_logger, fault);
        }
    }
}
