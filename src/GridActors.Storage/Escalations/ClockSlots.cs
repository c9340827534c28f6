using System.Collections.Immutable;
using GridActors.Core.Incidents;

namespace GridActors.Storage.Escalations;

/// <summary>The share of all deadlines that one silo looks after.</summary>
public sealed class ClockSlots
{
    private ClockSlots(ImmutableArray<int> slots) => Slots = slots;

    public static ClockSlots All { get; } = new([.. Enumerable.Range(0, IncidentId.ClockSlots)]);

    /// <summary>In ascending order, each 0 to 1023.</summary>
    public ImmutableArray<int> Slots { get; }

    /// <summary>A query need not filter then.</summary>
    public bool IsAll => Slots.Length == IncidentId.ClockSlots;

    public bool Contains(int slot) => IsAll || Slots.BinarySearch(slot) >= 0;

    /// <exception cref="ArgumentOutOfRangeException">A slot outside 0 to 1023.</exception>
    public static ClockSlots Of(IEnumerable<int> slots)
    {
        ImmutableArray<int> sorted = [.. slots.Distinct().Order()];
        if (!sorted.IsEmpty && (sorted[0] < 0 || sorted[^1] >= IncidentId.ClockSlots))
        {
            throw new ArgumentOutOfRangeException(nameof(slots));
        }

        return new ClockSlots(sorted);
    }
}
