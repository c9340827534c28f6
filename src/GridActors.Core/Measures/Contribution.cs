using GridActors.Core.Departments;
using GridActors.Core.Workers;

namespace GridActors.Core.Measures;

/// <summary>One incident's part in a figure: it counts one.</summary>
/// <param name="Occurrence">From 1: an incident can be reopened, extended or handled more than once.</param>
/// <param name="Day">In the county's local time.</param>
/// <param name="PlaceCode">What it was filed under then: a grid's code, or a division's where no grid contains it or may see it.</param>
/// <param name="Worker">Who handled it or had it then; null where nobody was named.</param>
/// <param name="Department">Which had the lead then; null where none had.</param>
public sealed record Contribution(MeasureFigure Figure, int Occurrence, DateOnly Day, string PlaceCode, WorkerId? Worker, DepartmentCode? Department);
