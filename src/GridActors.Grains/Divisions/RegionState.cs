using System.Collections.Immutable;
using GridActors.Core.Divisions;

namespace GridActors.Grains.Divisions;

/// <summary>Stored as JSON: add properties, never rename them.</summary>
internal sealed record RegionState
{
    public const string Name = "region";

    public int Revision { get; init; }

    public ImmutableArray<DivisionCode> Prefectures { get; init; } = [];
}
