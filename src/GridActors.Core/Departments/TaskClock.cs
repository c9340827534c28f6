using GridActors.Core.WorkingTime;

namespace GridActors.Core.Departments;

/// <summary>A department's clock after an extension or a suspension.</summary>
[GenerateSerializer, Immutable, Alias("task-clock")]
public sealed record TaskClock(
    [property: Id(0)] DepartmentCode Department,
    [property: Id(1)] ClockRun Run,
    [property: Id(2)] Deadline Due);
