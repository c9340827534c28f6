using GridActors.Core.Incidents;

namespace GridActors.Core.Workers;

/// <summary>One line of a roster: a worker stands at a post, in a role, during a shift.</summary>
[GenerateSerializer, Immutable, Alias("duty")]
public sealed record Duty(
    [property: Id(0)] WorkerId WorkerId,
    [property: Id(1)] Post Post,
    [property: Id(2)] WorkerRole Role,
    [property: Id(3)] Shift Shift);
