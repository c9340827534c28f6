using System.Collections.Immutable;
using GridActors.Contracts.Access;
using GridActors.Core.Access;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;

namespace GridActors.Contracts.Divisions;

/// <summary>One prefecture, county, township or village with its centre. Key: <see cref="GrainKeys.Of(DivisionCode)"/>.</summary>
[Alias("gridactors.division"), Version(1)]
public interface IDivisionGrain : IGrainWithStringKey
{
    /// <summary>Null where the division was never filed.</summary>
    [Alias("get")]
    [Access(AccessKind.Known)]
    Task<DivisionDetails?> GetAsync(CancellationToken ct);

    /// <summary>Files the division. Durable when it returns; false where nothing differs.</summary>
    [Alias("file")]
    [Access(AccessKind.AtPlace, Permission = Permission.ChangeReference)]
    Task<bool> FileAsync(Division division, CancellationToken ct);

    /// <summary>Adds divisions right below this one; those already known stay. False where nothing is new.</summary>
    [Alias("add-children")]
    [Access(AccessKind.AtPlace, Permission = Permission.ChangeReference)]
    Task<bool> AddChildrenAsync(ImmutableArray<DivisionCode> children, CancellationToken ct);

    /// <summary>Adds grids to this village; those already known stay, and those that have ended are left out. False where nothing is new.</summary>
    [Alias("add-grids")]
    [Access(AccessKind.AtPlace, Permission = Permission.ChangeReference)]
    Task<bool> AddGridsAsync(ImmutableArray<GridCode> grids, CancellationToken ct);

    /// <summary>Ends grids of this village and adds others, in one write. False where nothing differs.</summary>
    [Alias("replace-grids")]
    [Access(AccessKind.AtPlace, Permission = Permission.ChangeReference)]
    Task<bool> ReplaceGridsAsync(ImmutableArray<GridCode> ended, ImmutableArray<GridCode> added, CancellationToken ct);

    /// <summary>Replaces the duty roster of the centre; an empty one means staffed around the clock.</summary>
    [Alias("set-roster")]
    [Access(AccessKind.AtPlace, Permission = Permission.ChangeReference)]
    Task<bool> SetRosterAsync(ImmutableArray<Duty> roster, CancellationToken ct);

    /// <summary>Replaces the departments of this county, or their branches in this township. Durable when it returns; false where nothing differs.</summary>
    [Alias("set-departments")]
    [Access(AccessKind.AtPlace, Permission = Permission.ChangeReference)]
    Task<bool> SetDepartmentsAsync(ImmutableArray<Department> departments, CancellationToken ct);

    /// <summary>
    /// Publishes days of the calendar that holds in this division and below. Days of other dates stay as they are.
    /// False where nothing differs; otherwise the calendar's version goes up by one.
    /// </summary>
    [Alias("publish-calendar")]
    [Access(AccessKind.AtPlace, Permission = Permission.ChangeReference)]
    Task<bool> PublishCalendarAsync(ImmutableArray<CalendarDay> days, CancellationToken ct);

    /// <summary>Sets the office hours, one entry a season, that hold in this division and below.</summary>
    /// <exception cref="ArgumentException">No season, or windows that overlap or leave their day; nothing is stored.</exception>
    [Alias("set-office-hours")]
    [Access(AccessKind.AtPlace, Permission = Permission.ChangeReference)]
    Task<bool> SetOfficeHoursAsync(ImmutableArray<OfficeHours> seasons, CancellationToken ct);
}
