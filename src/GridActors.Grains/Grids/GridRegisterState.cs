using System.Collections.Immutable;
using GridActors.Core.Grids;

namespace GridActors.Grains.Grids;

/// <summary>Stored as JSON: add properties, never rename them.</summary>
internal sealed record GridRegisterState
{
    public const string Name = "grid-register";

    /// <summary>In order of filing.</summary>
    public ImmutableArray<GridChange> Changes { get; init; } = [];
}
