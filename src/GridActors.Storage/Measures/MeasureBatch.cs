using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Core.Measures;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Measures;

/// <summary>A stretch of the journal, counted.</summary>
/// <param name="From">The position it was read from.</param>
/// <param name="To">That of its last event.</param>
/// <param name="Incidents">Each once.</param>
public sealed record MeasureBatch(FeedPosition From, FeedPosition To, ImmutableArray<MeasuredIncident> Incidents);

/// <param name="Contributions">All of the incident's, also those from before the batch.</param>
public sealed record MeasuredIncident(IncidentId Id, ImmutableArray<Contribution> Contributions);
