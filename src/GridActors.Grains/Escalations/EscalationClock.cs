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
    TimeProvider clock) : GrainService(id, silo, loggers), IEscalationClock
{
    /// <summary>On the machine's clock: deadlines written through another silo are seen within it, and so is a new range.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);

    /// <summary>On the machine's clock, where a deadline that is due only waits for a retry.</summary>
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(20);

    /// <summary>On the product's clock: later than this, the clock was down or cannot keep up.</summary>
    private static readonly TimeSpan WorthMentioning = TimeSpan.FromSeconds(10);

    private readonly ILogger _logger = loggers.CreateLogger<EscalationClock>();
    private Task _running = Task.CompletedTask;
    private (IRingRange? Range, ClockSlots Slots) _owned = (null, ClockSlots.Of([]));

    protected override Task StartInBackground()
    {
        _running = RunAsync(StoppedCancellationTokenSource.Token);
        return Task.CompletedTask;
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
                var slots = OwnedSlots();
                var swept = await sweep.FireDueAsync(slots, ct);
                if (swept.Lateness > WorthMentioning)
                {
                    LogCaughtUp(_logger, swept.Fired, swept.Lateness);
                }

                var wake = signal.Arm();
                await SleepAsync(wake, await queue.NextDueAsync(slots, ct), ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                LogSweepFailed(_logger, fault);
                await Task.Delay(LongestSleep, TimeProvider.System, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
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

    private async Task SleepAsync(Task wake, DateTimeOffset? nextDue, CancellationToken ct)
    {
        using var slept = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var now = clock.GetUtcNow();
        signal.SleepUntil(nextDue ?? DateTimeOffset.MaxValue);
        var untilDue = nextDue is not { } due ? Task.Delay(LongestSleep, TimeProvider.System, slept.Token)
            : due < now ? Task.Delay(ShortestSleep, TimeProvider.System, slept.Token)
            : Task.Delay(Shorter(due - now + DeadlineSweep.JustAfter, TimeSpan.FromDays(1)), clock, slept.Token);
        await Task.WhenAny(wake, untilDue, Task.Delay(LongestSleep, TimeProvider.System, slept.Token));
        await slept.CancelAsync();
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
