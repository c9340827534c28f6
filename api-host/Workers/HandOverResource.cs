using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;

namespace GridActors.ApiHost.Workers;

/// <summary>What became of a worker's open incidents.</summary>
/// <param name="HandedOver">Those that went over with this call.</param>
/// <param name="Left">Those that stay: the other worker is not on duty in their grid, or somebody was faster.</param>
public sealed record HandOverResource(WorkerId From, WorkerId To, ImmutableArray<IncidentId> HandedOver, ImmutableArray<IncidentId> Left);
