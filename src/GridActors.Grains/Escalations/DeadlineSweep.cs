using System.Diagnostics.CodeAnalysis;
using GridActors.Core.Incidents;
using GridActors.Grains.Access;
using GridActors.Storage.Escalations;
using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Escalations;

/// <summary>
/// One pass of the clock: tells every incident whose deadline has passed. The incident decides, so a pass that is late,
/// doubled or cut short does no harm. An incident that fails is tried again later and does not hold up the others.
/// </summary>
/// <remarks>
/// After an outage there may be 100,000 deadlines to catch up with. Each round reads a batch of them and a batch of what fell due
/// just now, so that a fresh deadline waits for one round and not for all of the past.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "The semaphores have no wait handle to dispose of, and calls may end after the container is gone.")]
public sealed partial class DeadlineSweep(IDeadlineQueue queue, IGrainFactory grains, TimeProvider clock, EscalationMetrics metrics, ILogger<DeadlineSweep> logger)
{
    /// <summary>A deadline is reached only after it, and stores keep milliseconds: who sleeps towards one sleeps this much longer.</summary>
    public static readonly TimeSpan JustAfter = TimeSpan.FromMilliseconds(1);

    /// <summary>Rows of a read: a round of them takes a fraction of a second, and a fresh deadline waits no longer.</summary>
    private const int BatchSize = 512;

    /// <summary>
    /// Calls at once. A call is mostly a wait for a group commit, so many share one: at 20 to 40 ms a commit this is 3,000 to
    /// 6,000 deadlines a second. More would only stand in the journal's queue, in front of the reports.
    /// </summary>
    private const int Concurrency = 128;

    /// <summary>Calls at once to incidents that failed before, apart from the others: where these hang, they hang by themselves.</summary>
    private const int RetryConcurrency = 16;

    /// <summary>Longer than a round, so that nothing grows old before its turn.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(5);

    /// <summary>An incident that has not reached its deadline yet runs on a silo whose clock is a little behind this one's.</summary>
    private static readonly TimeSpan FirstSecondLook = TimeSpan.FromMilliseconds(20);

    private readonly ILogger _logger = logger;
    private readonly FiringAttempts _attempts = new();
    private readonly SemaphoreSlim _free = new(Concurrency);
    private readonly SemaphoreSlim _freeForRetries = new(RetryConcurrency);

    /// <summary>Fires what fell due before now, and returns when all of it has been told: nothing is left but incidents that wait for another try.</summary>
    public Task<SweepResult> FireDueAsync(ClockSlots slots, CancellationToken ct) =>
        FireDueAsync(slots, DateTimeOffset.MinValue, Timeout.InfiniteTimeSpan, ct);

    /// <summary>Fires what fell due in a stretch of time that ends now. It may be called again while slow incidents of an earlier sweep are under way.</summary>
    /// <param name="from">Included; what the last sweep returned, or the minimum for everything.</param>
    /// <param name="patience">How much of the machine's time to wait for the last calls; they go on after it.</param>
    public async Task<SweepResult> FireDueAsync(ClockSlots slots, DateTimeOffset from, TimeSpan patience, CancellationToken ct)
    {
        using var scope = CallAuthority.UseSystem();
        _attempts.Keep(slots);
        var calls = new SweepCalls();
        var window = new DeadlineWindow(from, from);
        for (var isCut = true; isCut;)
        {
            ct.ThrowIfCancellationRequested();
            window = window with { Before = clock.GetUtcNow() };
            BeginRetries(slots, window.Before, calls, ct);
            var due = await queue.ReadDueAsync(slots, window, BatchSize, ct);
            metrics.Waiting(due.Length + _attempts.Count, Earlier(due is [var first, ..] ? first.DueAt : null, _attempts.Oldest));
            isCut = due.Length == BatchSize;
            if (isCut && due[^1].DueAt < window.Before - Fresh)
            {
                await BeginAsync(await queue.ReadDueAsync(slots, new DeadlineWindow(window.Before - Fresh, window.Before), BatchSize, ct), calls, ct);
            }

            await BeginAsync(due, calls, ct);
            window = isCut ? window.Behind(due[^1]) : window;
        }

        await calls.WaitAsync(patience, ct);
        ct.ThrowIfCancellationRequested();
        metrics.Waiting(_attempts.Count, _attempts.Oldest);
        return new SweepResult(calls.Fired, calls.Lateness, window.Before, _attempts.NextTry);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;

    /// <summary>As many as may be under way at once; the others wait for the next round.</summary>
    private void BeginRetries(ClockSlots slots, DateTimeOffset now, SweepCalls calls, CancellationToken ct)
    {
        using var again = _attempts.BeginAgain(slots, now).GetEnumerator();
        while (_freeForRetries.Wait(0, CancellationToken.None))
        {
            if (!again.MoveNext())
            {
                _freeForRetries.Release();
                return;
            }

            calls.Add(FireAsync(again.Current, _freeForRetries, calls, ct));
        }
    }

    private async Task BeginAsync(IEnumerable<DueDeadline> due, SweepCalls calls, CancellationToken ct)
    {
        foreach (var deadline in due)
        {
            await _free.WaitAsync(ct);
            if (_attempts.TryBegin(deadline))
            {
                calls.Add(FireAsync(deadline, _free, calls, ct));
            }
            else
            {
                _free.Release();
            }
        }
    }

    /// <summary>Never throws: what fails is tried again.</summary>
    private async Task FireAsync(DueDeadline due, SemaphoreSlim permit, SweepCalls calls, CancellationToken ct)
    {
        try
        {
            for (DueDeadline? next = due; next is { } passed;)
            {
                due = passed;
                next = await TellAsync(passed, calls, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            _attempts.End(due.Id);
        }
        catch (Exception fault)
        {
            metrics.Failed();
            var failures = _attempts.WaitAfter(due, n => RetryAt(FirstRetry, n));
            LogFireFailed(_logger, fault, due.Id, due.DueAt, failures);
        }
        finally
        {
            permit.Release();
        }
    }

    /// <returns>The incident's next deadline where that has passed as well; null where the incident waits for the future.</returns>
    private async Task<DueDeadline?> TellAsync(DueDeadline due, SweepCalls calls, CancellationToken ct)
    {
        var reply = await grains.GetIncident(due.Id).ExecuteAsync(new DeadlineReached(due.DueAt), null, ct);
        var now = clock.GetUtcNow();
        if (reply.Changed)
        {
            calls.Moved(now - due.DueAt);
            metrics.Fired(now - due.DueAt);
        }

        var next = reply.Incident?.NextDeadline?.DueAt;
        if (next == due.DueAt)
        {
            _attempts.WaitAfter(due, n => RetryAt(FirstSecondLook, n));
            return null;
        }

        if (next is { } passed && passed + JustAfter <= now)
        {
            return due with { DueAt = passed };
        }

        _attempts.End(due.Id);
        return null;
    }

    private DateTimeOffset RetryAt(TimeSpan first, int failures)
    {
        var wait = first * Math.Pow(2, Math.Min(failures - 1, 16));
        return clock.GetUtcNow() + (wait < LongestRetry ? wait : LongestRetry);
    }
}
