using System.Collections.Immutable;
using GridActors.Core.Incidents;

namespace GridActors.Storage.Escalations;

/// <summary>The deadlines of open incidents, read from the head rows they are stored in: nothing to keep in step, nothing to lose.</summary>
public interface IDeadlineQueue
{
    /// <summary>Deadlines before an instant, earliest first.</summary>
    /// <param name="slots">The clock slots asked for, see <see cref="IncidentId.ClockSlot"/>.</param>
    /// <param name="before">Excluded: an act exactly at a deadline is in time.</param>
    /// <param name="limit">1 to 10,000.</param>
    Task<ImmutableArray<DueDeadline>> ReadDueAsync(ClockSlots slots, DateTimeOffset before, int limit, CancellationToken ct);

    /// <summary>The earliest deadline, passed or not; null where no incident waits for one.</summary>
    Task<DateTimeOffset?> NextDueAsync(ClockSlots slots, CancellationToken ct);

    /// <summary>The latest instant in the journal; null while it is empty. An accelerated clock resumes there.</summary>
    Task<DateTimeOffset?> LastRecordedAtAsync(CancellationToken ct);
}

public readonly record struct DueDeadline(IncidentId Id, DateTimeOffset DueAt);
