using System.Collections.Immutable;
using GridActors.Core.Incidents;

namespace GridActors.Storage.Escalations;

/// <summary>The deadlines of open incidents, read from the head rows they are stored in: nothing to keep in step, nothing to lose.</summary>
public interface IDeadlineQueue
{
    /// <summary>The deadlines inside a window, earliest first; those of one instant in an order that stays the same.</summary>
    /// <param name="slots">The clock slots asked for, see <see cref="IncidentId.ClockSlot"/>.</param>
    /// <param name="limit">1 to 10,000.</param>
    Task<ImmutableArray<DueDeadline>> ReadDueAsync(ClockSlots slots, DeadlineWindow window, int limit, CancellationToken ct);

    /// <summary>The earliest deadline at or after an instant, passed or not; null where no incident waits for one.</summary>
    Task<DateTimeOffset?> NextDueAsync(ClockSlots slots, DateTimeOffset from, CancellationToken ct);

    /// <summary>How many deadlines before an instant are not fired, over all slots: also those that no silo looks after.</summary>
    /// <param name="limit">1 to 1,000,000. The count ends there, so that it costs little however bad things are.</param>
    Task<int> CountOverdueAsync(DateTimeOffset before, int limit, CancellationToken ct);

    /// <summary>The latest instant in the journal; null while it is empty. An accelerated clock resumes there.</summary>
    Task<DateTimeOffset?> LastRecordedAtAsync(CancellationToken ct);
}

public readonly record struct DueDeadline(IncidentId Id, DateTimeOffset DueAt);
