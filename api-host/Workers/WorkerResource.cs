using System.Collections.Immutable;
using GridActors.ApiHost.Incidents;
using GridActors.Core.Workers;

namespace GridActors.ApiHost.Workers;

/// <summary>A worker by badge number. There is no name and no contact.</summary>
/// <param name="Duties">Where, in which role and when.</param>
/// <param name="OnDuty">Whether a shift covers this moment.</param>
public sealed record WorkerResource(WorkerId Id, ImmutableArray<DutyResource> Duties, bool OnDuty);

/// <param name="Place">The post that the worker stands at.</param>
public sealed record DutyResource(PostResource Place, WorkerRole Role, ShiftResource Shift);
