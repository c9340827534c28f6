using System.Collections.Immutable;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Workers;

namespace GridActors.Storage.Measures;

/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Under">Everything filed below this division; null for all.</param>
/// <param name="PlaceCode">Everything filed under exactly this grid or division; null for all.</param>
/// <param name="Worker">Null for all, and for what counts for none.</param>
/// <param name="Department">Null for all, and for what counts for none.</param>
public sealed record MeasureFilter(DateOnly From, DateOnly To, DivisionCode? Under, string? PlaceCode, WorkerId? Worker, DepartmentCode? Department)
{
    /// <summary>What whoever asks may see, as leading digits of places, none inside another; null for the platform itself.</summary>
    public ImmutableArray<string>? Within { get; init; }
}
