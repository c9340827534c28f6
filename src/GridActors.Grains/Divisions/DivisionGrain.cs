using System.Collections.Immutable;
using GridActors.Contracts.Divisions;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;

namespace GridActors.Grains.Divisions;

[GrainType("division")]
internal sealed class DivisionGrain(
    [PersistentState(DivisionState.Name, ReferenceStorage.Name)] IPersistentState<DivisionState> state,
    TimeProvider clock) : Grain, IDivisionGrain
{
    private DivisionState State => state.State;

    public Task<DivisionDetails?> GetAsync(CancellationToken ct) => Task.FromResult(
        State.Division is { } division
            ? new DivisionDetails(division, State.Children, State.Grids, State.Roster, State.Calendar, State.EarlierCalendars, State.Departments) { EndedGrids = State.EndedGrids }
            : null);

    public Task<bool> FileAsync(Division division, CancellationToken ct) =>
        State.Division == division ? Task.FromResult(false) : state.SaveAsync(State with { Division = division }, ct);

    public Task<bool> AddChildrenAsync(ImmutableArray<DivisionCode> children, CancellationToken ct)
    {
        ImmutableArray<DivisionCode> all = [.. State.Children.Union(children).Order()];
        return all.Length == State.Children.Length ? Task.FromResult(false) : state.SaveAsync(State with { Children = all }, ct);
    }

    public Task<bool> AddGridsAsync(ImmutableArray<GridCode> grids, CancellationToken ct) => ReplaceGridsAsync([], grids, ct);

    public Task<bool> ReplaceGridsAsync(ImmutableArray<GridCode> ended, ImmutableArray<GridCode> added, CancellationToken ct)
    {
        ImmutableArray<GridCode> allEnded = [.. State.EndedGrids.Union(ended).Order()];
        ImmutableArray<GridCode> all = [.. State.Grids.Union(added).Except(allEnded).Order()];
        return all.SequenceEqual(State.Grids) && allEnded.Length == State.EndedGrids.Length
            ? Task.FromResult(false)
            : state.SaveAsync(State with { Grids = all, EndedGrids = allEnded }, ct);
    }

    public Task<bool> SetRosterAsync(ImmutableArray<Duty> roster, CancellationToken ct) =>
        State.Roster.SequenceEqual(roster) ? Task.FromResult(false) : state.SaveAsync(State with { Roster = roster }, ct);

    public Task<bool> SetDepartmentsAsync(ImmutableArray<Department> departments, CancellationToken ct) =>
        State.Departments.SequenceEqual(departments) ? Task.FromResult(false) : state.SaveAsync(State with { Departments = departments }, ct);

    public Task<bool> PublishCalendarAsync(ImmutableArray<CalendarDay> days, CancellationToken ct)
    {
        var calendar = State.Calendar ?? PublishedCalendar.Empty;
        var merged = calendar.Days.ToDictionary(d => d.Date);
        foreach (var day in days)
        {
            merged[day.Date] = day;
        }

        return SaveCalendarAsync(calendar with { Days = [.. merged.Values.OrderBy(d => d.Date)] }, ct);
    }

    public Task<bool> SetOfficeHoursAsync(ImmutableArray<OfficeHours> seasons, CancellationToken ct) =>
        seasons.IsEmpty || !seasons.All(s => s.AreValid)
            ? throw new ArgumentException("Every season needs office windows in order, inside one day.", nameof(seasons))
            : SaveCalendarAsync((State.Calendar ?? PublishedCalendar.Empty) with { Seasons = seasons }, ct);

    private Task<bool> SaveCalendarAsync(PublishedCalendar calendar, CancellationToken ct) =>
        State.Calendar is { } known && known.Days.SequenceEqual(calendar.Days) && known.Seasons.SequenceEqual(calendar.Seasons)
            ? Task.FromResult(false)
            : state.SaveAsync(
                State with
                {
                    Calendar = calendar with { Version = calendar.Version + 1, PublishedAt = clock.NowInMilliseconds() },
                    EarlierCalendars = State.Calendar is { } replaced ? State.EarlierCalendars.Add(replaced) : State.EarlierCalendars,
                },
                ct);
}
