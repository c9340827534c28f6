using System.Collections.Immutable;
using GridActors.Core.Departments;
using GridActors.Core.Incidents;
using GridActors.Core.Measures;
using GridActors.Core.Workers;
using GridActors.Storage.Measures;

namespace GridActors.ApiHost.Measures;

/// <summary>The figures of a period.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="By">What a row is of.</param>
/// <param name="Items">In order of their keys; keys with nothing to count are left out.</param>
/// <param name="NextCursor">Leads to the next page; null on the last.</param>
public sealed record MeasurePage(DateOnly From, DateOnly To, MeasureDimension By, ImmutableArray<MeasureRow> Items, string? NextCursor);

/// <param name="Key">The day, the code of the grid, division or department, the worker's badge, or <c>total</c>.</param>
/// <param name="Figures">All of them by name.</param>
public sealed record MeasureRow(string Key, IReadOnlyDictionary<string, FigureResource> Figures, MeasureRates Rates);

/// <param name="Incidents">Where the incidents are that it counts.</param>
public sealed record FigureResource(long Count, string Incidents);

/// <summary>The incidents that a figure counts; one that counts twice is here twice.</summary>
/// <param name="NextCursor">Leads to the next page; null on the last.</param>
public sealed record MeasureEntryPage(ImmutableArray<MeasureEntryResource> Items, string? NextCursor);

/// <param name="Incident">Where the incident is.</param>
/// <param name="Day">On which it counts, in the county's local time.</param>
/// <param name="PlaceCode">The grid it counts for, or the division where it is filed under no grid.</param>
/// <param name="Worker">For whom it counts; null for nobody.</param>
/// <param name="Department">For which it counts; null for none.</param>
public sealed record MeasureEntryResource(IncidentId Id, string Incident, DateOnly Day, string PlaceCode, WorkerId? Worker, DepartmentCode? Department)
{
    public static MeasureEntryResource Of(MeasureEntry entry) => new(
        entry.Incident,
        $"/v1/incidents/{entry.Incident}",
        entry.Contribution.Day,
        entry.Contribution.PlaceCode,
        entry.Contribution.Worker,
        entry.Contribution.Department);
}
