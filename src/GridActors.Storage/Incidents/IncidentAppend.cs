using System.Collections.Immutable;
using GridActors.Core.Incidents;

namespace GridActors.Storage.Incidents;

/// <param name="ExpectedVersion">0 for the first append of an incident.</param>
/// <param name="Events">At least one; the first gets version <paramref name="ExpectedVersion"/> + 1.</param>
/// <param name="State">The incident after these events.</param>
public sealed record IncidentAppend(int ExpectedVersion, ImmutableArray<IncidentEvent> Events, Incident State)
{
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
