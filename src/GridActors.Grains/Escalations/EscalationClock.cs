using GridActors.Core.Incidents;
using GridActors.Storage.Escalations;
using Microsoft.Extensions.Logging;
using Orleans.Services;

namespace GridActors.Grains.Escalations;

[Alias("gridactors.escalation-clock")]
internal interface IEscalationClock : IGrainService;

/// <summary>
/// The silo's share of all deadlines: the clock slots in its range of the ring. It sleeps until the next deadline, or a
/// second where that is sooner, and then sweeps. Ownership of a range is only eventually consistent; two clocks that
/// both fire a deadline are made harmless by the incident and by the journal's version check.
/// </summary>
internal sealed partial class EscalationClock(
    GrainId id,
    Silo silo,
    ILoggerFactory loggers,
    DeadlineSweep sweep,
    IDeadlineQueue queue,
    EscalationSignal signal,
    EscalationMetrics metrics,
    TimeProvider clock) : GrainService(id, silo, loggers), IEscalationClock
{
    /// <summary>On the machine's clock: deadlines written through another silo are seen within it, and so is a new range.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);

    /// <summary>On the machine's clock: deadlines that fall due one after the other are fired together, and a retry does not become a busy loop.</summary>
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(20);

    /// <summary>On the machine's clock: a sweep waits no longer for a slow incident, which goes on by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// On the machine's clock. A sweep begins where the last one ended, so that incidents which wait for another try are not
    /// read again each time; everything is read again after this, for what another silo wrote with a deadline in the past.
    /// </summary>
    private static readonly TimeSpan BetweenFullSweeps = TimeSpan.FromSeconds(10);

    /// <summary>On the product's clock: later than this, the clock was down or cannot keep up.</summary>
    private static readonly TimeSpan WorthMentioning = TimeSpan.FromSeconds(10);

    private readonly ILogger _logger = loggers.CreateLogger<EscalationClock>();
    private Task _running = Task.CompletedTask;
    private (IRingRange? Range, ClockSlots Slots) _owned = (null, ClockSlots.Of([]));
    private (ClockSlots? Slots, DateTimeOffset Until, long At) _swept;

    protected override Task StartInBackground()
    {
        _running = RunAsync(StoppedCancellationTokenSource.Token);

        // Without it the service is never told that its range changed, and nobody takes over the slots of a silo that is gone.
        return base.StartInBackground();
    }

    public override async Task Stop()
    {
        await base.Stop();
        await _running;
    }

    private async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await SweepAndSleepAsync(OwnedSlots(), ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                _swept = default;
                LogSweepFailed(_logger, fault);
                await Task.Delay(LongestSleep, TimeProvider.System, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }

    private async Task SweepAndSleepAsync(ClockSlots slots, CancellationToken ct)
    {
        var isFull = !ReferenceEquals(slots, _swept.Slots) || TimeProvider.System.GetElapsedTime(_swept.At) > BetweenFullSweeps;
        var at = isFull ? TimeProvider.System.GetTimestamp() : _swept.At;
        var swept = await sweep.FireDueAsync(slots, isFull ? DateTimeOffset.MinValue : _swept.Until, Patience, ct);
        _swept = (slots, swept.Until, at);
        if (swept.Lateness > WorthMentioning)
        {
            LogCaughtUp(_logger, swept.Fired, swept.Lateness);
        }

        var wake = signal.Arm();
        var next = await queue.NextDueAsync(slots, swept.Until, ct);
        metrics.WaitsFor(next);
        await SleepAsync(wake, Earlier(next + DeadlineSweep.JustAfter, swept.NextTry), ct);
        _swept = wake.IsCompleted ? default : _swept;
    }

    /// <summary>Computed again only where the range is another one: it is asked before every sweep.</summary>
    private ClockSlots OwnedSlots()
    {
        if (RingRange is var range && !ReferenceEquals(range, _owned.Range))
        {
            _owned = (range, SlotsIn(range));
        }

        return _owned.Slots;
    }

    /// <summary>A slot belongs to whoever owns the middle of its share of the ring.</summary>
    private static ClockSlots SlotsIn(IRingRange range)
    {
        const uint share = (uint)(0x1_0000_0000L / IncidentId.ClockSlots);
        return ClockSlots.Of(Enumerable.Range(0, IncidentId.ClockSlots).Where(slot => range.InRange(((uint)slot * share) + (share / 2))));
    }

    private async Task SleepAsync(Task wake, DateTimeOffset? until, CancellationToken ct)
    {
        using var slept = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var now = clock.GetUtcNow();
        signal.SleepUntil(until ?? DateTimeOffset.MaxValue);
        var untilDue = until is not { } due ? Task.Delay(LongestSleep, TimeProvider.System, slept.Token)
            : due <= now ? Task.Delay(ShortestSleep, TimeProvider.System, slept.Token)
            : Task.Delay(Shorter(due - now, TimeSpan.FromDays(1)), clock, slept.Token);
        await Task.WhenAny(wake, untilDue, Task.Delay(LongestSleep, TimeProvider.System, slept.Token));
        await slept.CancelAsync();
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;
}
