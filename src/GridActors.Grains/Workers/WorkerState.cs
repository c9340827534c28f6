using GridActors.Core.Workers;

namespace GridActors.Grains.Workers;

/// <summary>Stored as JSON: add properties, never rename them.</summary>
internal sealed record WorkerState
{
    public const string Name = "worker";

    public Worker? Worker { get; init; }
}
