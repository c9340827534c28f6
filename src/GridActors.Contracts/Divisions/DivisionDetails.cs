using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Workers;

namespace GridActors.Contracts.Divisions;

/// <param name="Children">In order of their codes.</param>
/// <param name="Grids">Of a village, in order of their codes.</param>
/// <param name="Calendar">Null where none was published for this very division.</param>
[GenerateSerializer, Immutable, Alias("division-details")]
public sealed record DivisionDetails(
    [property: Id(0)] Division Division,
    [property: Id(1)] ImmutableArray<DivisionCode> Children,
    [property: Id(2)] ImmutableArray<GridCode> Grids,
    [property: Id(3)] ImmutableArray<Duty> Roster,
    [property: Id(4)] PublishedCalendar? Calendar)
{
    /// <summary>Codes of a village's grids that have ended; never used again (Art. 7). A silo of a release before this one sends none.</summary>
    [Id(5)]
    public ImmutableArray<GridCode> EndedGrids
    {
        get => field.IsDefault ? [] : field;
        init;
    }
}
