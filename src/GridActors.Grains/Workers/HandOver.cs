using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;

namespace GridActors.Grains.Workers;

/// <summary>What became of the open incidents of a worker.</summary>
/// <param name="HandedOver">Those that the next worker has now.</param>
/// <param name="Left">Those that stay, in grids where the next worker is not on duty.</param>
/// <param name="Refusal">Null where it was done.</param>
public sealed record HandOver(ImmutableArray<IncidentId> HandedOver, ImmutableArray<IncidentId> Left, WorkerRefusal? Refusal)
{
    public static HandOver Refuse(WorkerRefusal refusal) => new([], [], refusal);
}
