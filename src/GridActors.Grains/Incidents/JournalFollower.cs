using System.Diagnostics;
using GridActors.Storage.Incidents;
using Microsoft.Extensions.Hosting;

namespace GridActors.Grains.Incidents;

/// <summary>
/// Follows the journal in every silo: of two that read the same events one writes what follows from them, and the other one stands back for
/// a while. Nothing waits for it, reports go first, and after an outage it goes on where it was.
/// </summary>
/// <param name="parts">It works for at most one part of so many of its time: what slows a batch down is the load of reports, and that comes first.</param>
/// <param name="whenCaughtUp">How long it waits where nothing is left. All on the machine's clock: the store does not run faster with the product's.</param>
public abstract class JournalFollower(int parts, TimeSpan whenCaughtUp) : BackgroundService
{
    /// <summary>The least while it catches up: reports have the store's write lock in between.</summary>
    private static readonly TimeSpan BetweenBatches = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan WhenOvertaken = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>One batch.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public abstract Task<FollowOutcome> FollowAsync(CancellationToken ct);

    /// <summary>Until nothing is left. What was in the journal before the call is dealt with after it.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        while (await FollowAsync(ct) != FollowOutcome.CaughtUp)
        {
            ct.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Says in the log that a round failed and is tried again.</summary>
    protected abstract void LogRoundFailed(Exception fault);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = whenCaughtUp;
        try
        {
            while (true)
            {
                await Task.Delay(pause, TimeProvider.System, stoppingToken);
                var started = Stopwatch.GetTimestamp();
                var least = await TryFollowAsync(stoppingToken);
                var share = Stopwatch.GetElapsedTime(started) * (parts - 1);
                pause = least > share ? least : share;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    /// <returns>How long to wait at least before the next round.</returns>
    private async Task<TimeSpan> TryFollowAsync(CancellationToken ct)
    {
        try
        {
            return await FollowAsync(ct) switch
            {
                FollowOutcome.CaughtUp => whenCaughtUp,
                FollowOutcome.Advanced => BetweenBatches,
                _ => WhenOvertaken,
            };
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            LogRoundFailed(fault);
            return AfterFailure;
        }
    }
}
