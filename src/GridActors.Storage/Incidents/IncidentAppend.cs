using System.Collections.Immutable;
using GridActors.Core.Access;
using GridActors.Core.Incidents;

namespace GridActors.Storage.Incidents;

/// <param name="ExpectedVersion">0 for the first append of an incident.</param>
/// <param name="Events">At least one; the first gets version <paramref name="ExpectedVersion"/> + 1.</param>
/// <param name="State">The incident after these events.</param>
public sealed record IncidentAppend(int ExpectedVersion, ImmutableArray<IncidentEvent> Events, Incident State)
{
    /// <summary>The incident before these events, where it is at hand: it spares the store what did not change. Null is always right.</summary>
    public Incident? Before { get; init; }

    /// <summary>Who may read it besides those above its place, to replace what is stored; null where nothing of that changed.</summary>
    public ImmutableArray<string>? ChangedParties()
    {
        var parties = IncidentParties.Of(State);
        var isAsBefore = ExpectedVersion == 0 ? parties.IsEmpty : Before is { } before && IncidentParties.Of(before).SequenceEqual(parties);
        return isAsBefore ? null : parties;
    }

    /// <summary>Every store asks this first: what contradicts itself would be stored for good.</summary>
    /// <exception cref="ArgumentException">No events, or versions that do not add up.</exception>
    public void EnsureConsistent()
    {
        if (Events.IsEmpty || ExpectedVersion < 0 || State.Version != ExpectedVersion + Events.Length)
        {
            throw new ArgumentException("The state is not the one after these events.");
        }
    }
}
