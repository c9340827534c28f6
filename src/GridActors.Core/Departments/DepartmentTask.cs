using GridActors.Core.WorkingTime;

namespace GridActors.Core.Departments;

/// <summary>What one department has to do about an incident, with a clock of its own.</summary>
/// <param name="Run">What is left of its limit: since when, or, while the clock is paused, from whenever it runs again.</param>
/// <param name="Due">Null while its clock is paused.</param>
/// <param name="Result">Null until it is submitted.</param>
[GenerateSerializer, Immutable, Alias("department-task")]
public sealed record DepartmentTask(
    [property: Id(0)] DepartmentCode Department,
    [property: Id(1)] bool IsLead,
    [property: Id(2)] DepartmentTaskStatus Status,
    [property: Id(3)] ClockRun Run,
    [property: Id(4)] Deadline? Due,
    [property: Id(5)] bool IsOverdue = false,
    [property: Id(6)] string? Result = null)
{
    /// <summary>The department has it and has not answered.</summary>
    public bool IsOpen => Status is DepartmentTaskStatus.Dispatched or DepartmentTaskStatus.Accepted;
}

/// <summary>Stored by name.</summary>
public enum DepartmentTaskStatus
{
    Dispatched,
    Accepted,

    /// <summary>With the dispatcher again; it may be dispatched anew, to this department or another.</summary>
    Returned,

    /// <summary>Another department has the lead instead.</summary>
    Recalled,
    Submitted,
}
