using System.Collections.Concurrent;
using GridActors.Core.Incidents;
using GridActors.Storage.Escalations;

namespace GridActors.Grains.Escalations;

/// <summary>
/// The incidents that are being told of a deadline or are told again later: what a read returns although nothing has to be
/// begun for it. About a hundred bytes each, and only for those that fail or are slow.
/// </summary>
internal sealed class FiringAttempts
{
    private readonly ConcurrentDictionary<IncidentId, Attempt> _attempts = new();

    public int Count => _attempts.Count;

    /// <summary>When the first one that waits is told again; null where none waits.</summary>
    public DateTimeOffset? NextTry => _attempts.Min(a => a.Value.RetryAt);

    /// <summary>The earliest of their deadlines; null where there are none.</summary>
    public DateTimeOffset? Oldest => _attempts.Min(a => (DateTimeOffset?)a.Value.DueAt);

    /// <returns>False where the same deadline is under way, or waits for another try.</returns>
    public bool TryBegin(DueDeadline due)
    {
        var attempt = new Attempt(due.DueAt, 0, RetryAt: null);
        return _attempts.TryGetValue(due.Id, out var last)
            ? last.RetryAt is not null && last.DueAt != due.DueAt && _attempts.TryUpdate(due.Id, attempt, last)
            : _attempts.TryAdd(due.Id, attempt);
    }

    /// <summary>Those whose wait is over; each is under way once it is returned.</summary>
    public IEnumerable<DueDeadline> BeginAgain(ClockSlots slots, DateTimeOffset now)
    {
        foreach (var (id, last) in _attempts)
        {
            if (last.RetryAt <= now && slots.Contains(id.ClockSlot) && _attempts.TryUpdate(id, last with { RetryAt = null }, last))
            {
                yield return new DueDeadline(id, last.DueAt);
            }
        }
    }

    public void End(IncidentId id) => _attempts.TryRemove(id, out _);

    /// <returns>How many times in a row this incident has not moved.</returns>
    public int WaitAfter(DueDeadline due, Func<int, DateTimeOffset> retryAt)
    {
        var failures = (_attempts.TryGetValue(due.Id, out var last) ? last.Failures : 0) + 1;
        _attempts[due.Id] = new Attempt(due.DueAt, failures, retryAt(failures));
        return failures;
    }

    /// <summary>Another silo tells those that wait in slots which are no longer among these.</summary>
    public void Keep(ClockSlots slots)
    {
        foreach (var attempt in _attempts.Where(a => a.Value.RetryAt is not null && !slots.Contains(a.Key.ClockSlot)))
        {
            _attempts.TryRemove(attempt);
        }
    }

    /// <param name="RetryAt">On the product's clock; null while it is under way.</param>
    private sealed record Attempt(DateTimeOffset DueAt, int Failures, DateTimeOffset? RetryAt);
}
