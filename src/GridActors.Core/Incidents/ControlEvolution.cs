using GridActors.Core.Departments;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Incidents;

/// <summary>How extensions and suspensions change an incident.</summary>
internal static class ControlEvolution
{
    /// <summary>Null where it is neither.</summary>
    public static Incident? Changed(Incident i, IncidentEvent change) => change switch
    {
        ExtensionAsked e => i with { Extension = new Extension(e.By, e.Reason) },
        ExtensionDenied => i with { Extension = null },
        ExtensionGranted e => i with
        {
            Extension = null,
            Extensions = i.Extensions + 1,
            Run = e.Run,
            HandleDue = e.HandleDue,
            Deadline = e.Next,
            Dispatch = DepartmentEvolution.WithClocks(i.Dispatch, e.Tasks),
        },
        SuspensionAsked e => i with { Suspension = new Suspension(SuspensionStatus.Asked, e.By, e.Reason, e.Until, i.Phase) },
        SuspensionDenied => i with { Suspension = null },
        IncidentSuspended e => i with
        {
            Phase = IncidentPhase.Suspended,
            Suspension = i.Suspension! with { Status = SuspensionStatus.Running, From = i.Phase },
            Run = new ClockRun(e.At, e.Left),
            HandleDue = null,
            Deadline = new NextDeadline(DeadlineKind.Resume, e.Until),
            Dispatch = DepartmentEvolution.WithPauses(i.Dispatch, e.Tasks, e.At),
        },
        IncidentResumed e => i with
        {
            Phase = i.Suspension!.From,
            Suspension = i.Suspension with { Status = SuspensionStatus.Over },
            Run = e.Run,
            HandleDue = e.HandleDue,
            Deadline = e.Next,
            Dispatch = DepartmentEvolution.WithClocks(i.Dispatch, e.Tasks),
        },
        _ => null,
    };
}
