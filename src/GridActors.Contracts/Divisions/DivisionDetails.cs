using System.Collections.Immutable;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;

namespace GridActors.Contracts.Divisions;

/// <param name="Children">In order of their codes.</param>
/// <param name="Grids">Of a village, in order of their codes.</param>
/// <param name="Calendar">Null where none was published for this very division.</param>
/// <param name="EarlierCalendars">Those that <paramref name="Calendar"/> and its forerunners replaced, oldest first; default where none was kept.</param>
/// <param name="Departments">Of a county or township, in order of their codes; default where there are none.</param>
[GenerateSerializer, Immutable, Alias("division-details")]
public sealed record DivisionDetails(
    [property: Id(0)] Division Division,
    [property: Id(1)] ImmutableArray<DivisionCode> Children,
    [property: Id(2)] ImmutableArray<GridCode> Grids,
    [property: Id(3)] ImmutableArray<Duty> Roster,
    [property: Id(4)] PublishedCalendar? Calendar,
    [property: Id(5)] ImmutableArray<PublishedCalendar> EarlierCalendars = default,
    [property: Id(6)] ImmutableArray<Department> Departments = default)
{
    /// <summary>Every calendar that was published for this very division; null where there never was one.</summary>
    public CalendarHistory? ToCalendarHistory() => Calendar is null ? null
        : new CalendarHistory([.. (EarlierCalendars.IsDefault ? [] : EarlierCalendars).Add(Calendar).Select(c => new CalendarInForce(c.PublishedAt, c.ToWorkingCalendar()))]);

    /// <summary>Codes of a village's grids that have ended; never used again (Art. 7). A silo of a release before this one sends none.</summary>
    [Id(7)]
    public ImmutableArray<GridCode> EndedGrids
    {
        get => field.IsDefault ? [] : field;
        init;
    }
}
