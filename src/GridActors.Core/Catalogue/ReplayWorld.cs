using System.Collections.Immutable;
using GridActors.Core.Departments;
using GridActors.Core.Escalations;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Catalogue;

/// <summary>The world around an incident while its life is gone through again; the same for both catalogues, so that only they make a difference.</summary>
/// <param name="ChainAt">The posts that can hold it, with who is on duty at an instant.</param>
/// <param name="Calendars">Of its county.</param>
/// <param name="Departments">That it can be dispatched to; default for none.</param>
/// <param name="ReporterRole">What its reporter was to the grid.</param>
public sealed record ReplayWorld(Func<DateTimeOffset, PostChain> ChainAt, CalendarHistory Calendars, EscalationPolicy Policy, ImmutableArray<Department> Departments = default, WorkerRole? ReporterRole = null)
{
    internal IncidentContext At(DateTimeOffset instant, CatalogueVersion catalogue) => new(ChainAt(instant), Calendars.At(instant), Policy, [], catalogue, Departments.IsDefault ? [] : Departments, ReporterRole);
}
