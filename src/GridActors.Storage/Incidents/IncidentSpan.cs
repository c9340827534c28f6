using System.Collections.Immutable;
using GridActors.Core.Catalogue;

namespace GridActors.Storage.Incidents;

/// <summary>Narrows a list by times and by several items at once. Not together with "overdue".</summary>
/// <param name="Reported">When it was reported; null for any time.</param>
/// <param name="Changed">When its last event happened; null for any time.</param>
/// <param name="Touched">When any of its events happened; null for any time.</param>
/// <param name="Items">About one of these; empty or default for all.</param>
/// <param name="IsOpen">Null for both.</param>
/// <param name="Skip">How many to leave out at the beginning of the list; 0 to <see cref="MaxSkip"/>.</param>
public sealed record IncidentSpan(
    InstantRange? Reported = null,
    InstantRange? Changed = null,
    InstantRange? Touched = null,
    ImmutableArray<ItemCode> Items = default,
    bool? IsOpen = null,
    int Skip = 0)
{
    public const int MaxSkip = 1_000_000;
}

/// <summary>From one instant to another one; both belong to it.</summary>
public readonly record struct InstantRange(DateTimeOffset From, DateTimeOffset Until);
