using GridActors.Core.Departments;

namespace GridActors.ApiHost.Departments;

/// <summary>What a department has to do about an incident.</summary>
/// <param name="Lead">Whether it leads; the others handle with it.</param>
/// <param name="DueAt">When its own limit is used up; null while its clock stands still.</param>
/// <param name="Overdue">Its limit ran out before it answered.</param>
/// <param name="Result">What it did; null until it says so.</param>
public sealed record TaskResource(DepartmentCode Department, bool Lead, DepartmentTaskStatus Status, DateTimeOffset? DueAt, bool Overdue, string? Result)
{
    public static TaskResource Of(DepartmentTask task) => new(task.Department, task.IsLead, task.Status, task.Due?.At, task.IsOverdue, task.Result);
}
