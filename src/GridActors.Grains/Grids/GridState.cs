using System.Collections.Immutable;
using GridActors.Core.Grids;
using GridActors.Core.Workers;

namespace GridActors.Grains.Grids;

/// <summary>Stored as JSON: add properties, never rename them.</summary>
internal sealed record GridState
{
    public const string Name = "grid";

    public Grid? Grid { get; init; }

    public ImmutableArray<Duty> Roster { get; init; } = [];

    public DateTimeOffset? EndedAt { get; init; }
}
