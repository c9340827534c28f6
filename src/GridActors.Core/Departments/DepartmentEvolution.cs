using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Departments;

/// <summary>How events of departments change an incident.</summary>
internal static class DepartmentEvolution
{
    /// <summary>Null where it is no event of departments.</summary>
    public static Incident? Changed(Incident i, IncidentEvent change) => change switch
    {
        IncidentDispatched e => Dispatched(i, e),
        TaskAccepted e => AtWork(i, e.Department, t => t with { Status = DepartmentTaskStatus.Accepted }),
        TaskReturned e => Returned(i, e),
        TaskResultSubmitted e => AtWork(i, e.Department, t => t with { Status = DepartmentTaskStatus.Submitted, Result = e.Result, Run = new ClockRun(e.At, e.Left), Due = null }),
        TaskReworked e => With(i, e.Department, t => t with { Status = DepartmentTaskStatus.Accepted, Run = e.Run, Due = e.Due }),
        TaskOverdue e => With(i, e.Department, t => t with { IsOverdue = true }),
        TaskDueRecomputed e => With(i, e.Department, t => t with { Due = e.Due }),
        _ => null,
    };

    /// <summary>Clocks that an extension lengthened or a suspension started again.</summary>
    public static Dispatch? WithClocks(Dispatch? dispatch, ImmutableArray<TaskClock> clocks) =>
        clocks.Aggregate(dispatch, (d, c) => d!.With(d.Find(c.Department)! with { Run = c.Run, Due = c.Due }));

    public static Dispatch? WithPauses(Dispatch? dispatch, ImmutableArray<TaskPause> pauses, DateTimeOffset at) =>
        pauses.Aggregate(dispatch, (d, p) => d!.With(d.Find(p.Department)! with { Run = new ClockRun(at, p.Left), Due = null }));

    private static Incident Dispatched(Incident i, IncidentDispatched e)
    {
        var dispatch = i.Dispatch ?? Dispatch.None;
        var hasNewLead = e.Tasks.Any(t => t.IsLead);
        if (hasNewLead)
        {
            dispatch = dispatch with { Tasks = [.. dispatch.Tasks.Select(Recalled)] };
        }

        dispatch = e.Tasks.Aggregate(dispatch, (d, t) => d.With(TaskOf(i.Dispatch?.Find(t.Department), t)));
        return i with
        {
            Dispatch = dispatch,
            Handler = null,
            Phase = hasNewLead ? IncidentPhase.Dispatched : i.Phase,
            Why = i.Why.Add(e.Why),
        };
    }

    /// <summary>A department that goes on with the clock that it had stays overdue if it was.</summary>
    private static DepartmentTask TaskOf(DepartmentTask? former, TaskDispatched e) => new(
        e.Department,
        e.IsLead,
        DepartmentTaskStatus.Dispatched,
        e.Run,
        e.Due,
        IsOverdue: former is { IsOverdue: true, Status: not (DepartmentTaskStatus.Recalled or DepartmentTaskStatus.Submitted) });

    private static DepartmentTask Recalled(DepartmentTask task) =>
        !task.IsLead ? task
        : task.IsOpen ? task with { IsLead = false, Status = DepartmentTaskStatus.Recalled, Due = null }
        : task with { IsLead = false };

    /// <summary>The incident is being handled from the moment the lead says anything but no.</summary>
    private static Incident AtWork(Incident i, DepartmentCode department, Func<DepartmentTask, DepartmentTask> change)
    {
        var isLead = i.Dispatch!.Lead?.Department == department;
        return With(i, department, change) with { Phase = isLead && i.Phase == IncidentPhase.Dispatched ? IncidentPhase.Handling : i.Phase };
    }

    private static Incident Returned(Incident i, TaskReturned e)
    {
        var wasLead = i.Dispatch!.Lead?.Department == e.Department;
        var after = With(i, e.Department, t => t with { Status = DepartmentTaskStatus.Returned, Run = new ClockRun(e.At, e.Left), Due = null });
        return after with
        {
            Dispatch = after.Dispatch! with { Returns = i.Dispatch.Returns + 1 },
            Phase = wasLead ? IncidentPhase.Accepted : i.Phase,
        };
    }

    private static Incident With(Incident i, DepartmentCode department, Func<DepartmentTask, DepartmentTask> change) =>
        i with { Dispatch = i.Dispatch!.With(change(i.Dispatch.Find(department)!)) };
}
