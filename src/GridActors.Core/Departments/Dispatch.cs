using System.Collections.Immutable;

namespace GridActors.Core.Departments;

/// <summary>The departments at work on an incident.</summary>
/// <param name="Tasks">One a department, in the order of their first dispatch.</param>
/// <param name="Returns">How often a department gave it back, all departments together.</param>
[GenerateSerializer, Immutable, Alias("dispatch")]
public sealed record Dispatch(
    [property: Id(0)] ImmutableArray<DepartmentTask> Tasks,
    [property: Id(1)] int Returns)
{
    /// <summary>After so many returns the next centre up decides, and its decision binds (DOMAIN 5).</summary>
    public const int MaxReturns = 2;

    public static Dispatch None { get; } = new([], 0);

    public bool Binds => Returns >= MaxReturns;

    /// <summary>The department that has the lead now; null where none has it.</summary>
    public DepartmentTask? Lead => Tasks.FirstOrDefault(t => t is { IsLead: true, Status: not (DepartmentTaskStatus.Returned or DepartmentTaskStatus.Recalled) });

    public bool IsOpen => Tasks.Any(t => t.IsOpen);

    public DepartmentTask? Find(DepartmentCode department) => Tasks.FirstOrDefault(t => t.Department == department);

    /// <summary>In place of the department's former task, or behind the others.</summary>
    public Dispatch With(DepartmentTask task) => Find(task.Department) is { } former
        ? this with { Tasks = Tasks.Replace(former, task) }
        : this with { Tasks = Tasks.Add(task) };
}
