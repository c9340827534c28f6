using System.Collections.Immutable;
using GridActors.Contracts.Divisions;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Workers;

namespace GridActors.Grains.Divisions;

/// <summary>Stored as JSON: add properties, never rename them.</summary>
internal sealed record DivisionState
{
    public const string Name = "division";

    public Division? Division { get; init; }

    public ImmutableArray<DivisionCode> Children { get; init; } = [];

    public ImmutableArray<GridCode> Grids { get; init; } = [];

    public ImmutableArray<GridCode> EndedGrids { get; init; } = [];

    public ImmutableArray<Duty> Roster { get; init; } = [];

    public ImmutableArray<Department> Departments { get; init; } = [];

    public PublishedCalendar? Calendar { get; init; }

    /// <summary>Those that were replaced, oldest first: what lies in the past is measured with the calendar that held then.</summary>
    public ImmutableArray<PublishedCalendar> EarlierCalendars { get; init; } = [];
}
