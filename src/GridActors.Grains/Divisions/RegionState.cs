using System.Collections.Immutable;
using GridActors.Core.Divisions;

namespace GridActors.Grains.Divisions;

/// <summary>Stored as JSON: add properties, never rename them.</summary>
internal sealed record RegionState
{
    public const string Name = "region";

    public int Revision { get; init; }

    public ImmutableArray<DivisionCode> Prefectures { get; init; } = [];

    /// <summary>Villages with changes of their grids to be carried out.</summary>
    public ImmutableArray<DivisionCode> VillagesInChange { get; init; } = [];

    /// <summary>Villages whose grids were ever changed.</summary>
    public ImmutableArray<DivisionCode> ChangedVillages { get; init; } = [];
}
