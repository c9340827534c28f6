using GridActors.Core.Workers;

namespace GridActors.Grains.Workers;

/// <summary>Stored as JSON: add properties, never rename them.</summary>
internal sealed record BadgeState
{
    public const string Name = "badge";

    public WorkerId? Worker { get; init; }
}
