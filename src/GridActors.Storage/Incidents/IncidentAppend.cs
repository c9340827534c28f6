using System.Collections.Immutable;
using GridActors.Core.Incidents;

namespace GridActors.Storage.Incidents;

/// <param name="ExpectedVersion">0 for the first append of an incident.</param>
/// <param name="Events">At least one; the first gets version <paramref name="ExpectedVersion"/> + 1.</param>
/// <param name="State">The incident after these events.</param>
public sealed record IncidentAppend(int ExpectedVersion, ImmutableArray<IncidentEvent> Events, Incident State);
