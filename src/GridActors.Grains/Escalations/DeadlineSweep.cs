using System.Collections.Concurrent;
using GridActors.Core.Incidents;
using GridActors.Storage.Escalations;
using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Escalations;

/// <summary>
/// One pass of the clock: tells every incident whose deadline has passed. The incident decides, so a pass that is late,
/// doubled or cut short does no harm. An incident that fails is tried again later and does not hold up the others.
/// </summary>
public sealed partial class DeadlineSweep(IDeadlineQueue queue, IGrainFactory grains, TimeProvider clock, ILogger<DeadlineSweep> logger)
{
    /// <summary>A deadline is reached only after it, and stores keep milliseconds: who sleeps towards one sleeps this much longer.</summary>
    public static readonly TimeSpan JustAfter = TimeSpan.FromMilliseconds(1);

    private const int BatchSize = 256;
    private const int Concurrency = 32;
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(5);

    private readonly ILogger _logger = logger;
    private readonly ConcurrentDictionary<IncidentId, Retry> _retries = new();

    /// <summary>Fires what fell due before now, earliest first, until nothing is left or only incidents that wait for a retry.</summary>
    public async Task<SweepResult> FireDueAsync(ClockSlots slots, CancellationToken ct)
    {
        var fired = 0;
        var lateness = TimeSpan.Zero;
        while (!ct.IsCancellationRequested)
        {
            var limit = BatchSize + _retries.Count;
            var now = clock.GetUtcNow();
            var due = await queue.ReadDueAsync(slots, now, limit, ct);
            var ready = due.Where(d => !_retries.TryGetValue(d.Id, out var retry) || retry.At <= now).ToList();
            var before = fired;
            lateness = ready is [var earliest, ..] && now - earliest.DueAt > lateness ? now - earliest.DueAt : lateness;
            foreach (var chunk in ready.Chunk(Concurrency))
            {
                fired += (await Task.WhenAll(chunk.Select(d => FireAsync(d, ct)))).Count(moved => moved);
            }

            if (due.Length < limit || fired == before)
            {
                break;
            }
        }

        return new SweepResult(fired, lateness);
    }

    /// <returns>Whether the incident moved on.</returns>
    private async Task<bool> FireAsync(DueDeadline due, CancellationToken ct)
    {
        try
        {
            var reply = await grains.GetIncident(due.Id).ExecuteAsync(new DeadlineReached(due.DueAt), null, ct);
            _retries.TryRemove(due.Id, out _);
            return reply.Changed;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            var failures = _retries.TryGetValue(due.Id, out var last) ? last.Failures + 1 : 1;
            var wait = FirstRetry * Math.Pow(2, Math.Min(failures - 1, 16));
            _retries[due.Id] = new Retry(failures, clock.GetUtcNow() + (wait < LongestRetry ? wait : LongestRetry));
            LogFireFailed(_logger, fault, due.Id, due.DueAt, failures);
            return false;
        }
    }

    private readonly record struct Retry(int Failures, DateTimeOffset At);
}
