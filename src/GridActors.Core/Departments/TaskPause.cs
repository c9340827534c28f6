namespace GridActors.Core.Departments;

/// <summary>A department's clock as a suspension stops it.</summary>
/// <param name="Left">Running time that is left of its limit.</param>
[GenerateSerializer, Immutable, Alias("task-pause")]
public sealed record TaskPause([property: Id(0)] DepartmentCode Department, [property: Id(1)] TimeSpan Left);
