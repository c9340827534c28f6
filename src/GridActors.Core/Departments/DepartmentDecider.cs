using System.Collections.Immutable;
using GridActors.Core.Escalations;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Departments;

/// <summary>Dispatch to departments: one lead, any number of co-handlers, a clock each; after two returns the next centre up decides, and its decision binds (DOMAIN 5).</summary>
internal static class DepartmentDecider
{
    public static IncidentDecision Dispatch(Incident incident, DispatchIncident command, Actor by, IncidentContext context, DateTimeOffset now)
    {
        ImmutableArray<DepartmentCode> named = [command.Lead, .. command.CoHandlers];
        if (incident.Phase == IncidentPhase.Reported)
        {
            return IncidentDecision.Refuse(IncidentRefusal.NotAccepted);
        }

        return incident.Phase == IncidentPhase.Handled ? IncidentDecision.Refuse(IncidentRefusal.AlreadyHandled)
            : by != Actor.Of(incident.Holder) ? IncidentDecision.Refuse(IncidentRefusal.NotHolder)
            : !incident.Holder.IsCentre ? IncidentDecision.Refuse(IncidentRefusal.NotACentre)
            : named.Distinct().Count() < named.Length ? IncidentDecision.Refuse(IncidentRefusal.DepartmentTwice)
            : !named.All(n => context.Departments.Any(d => d.Code == n)) ? IncidentDecision.Refuse(IncidentRefusal.UnknownDepartment)
            : Dispatched(incident, named, by, context, now);
    }

    public static IncidentDecision Accept(Incident incident, AcceptTask command, DateTimeOffset now) =>
        FindOpen(incident, command.Department) is not { } task ? IncidentDecision.Refuse(IncidentRefusal.NoOpenTask)
        : task.Status == DepartmentTaskStatus.Accepted ? IncidentDecision.Nothing
        : IncidentDecision.Accept(new TaskAccepted(now, Actor.Of(command.Department), command.Department));

    public static IncidentDecision Return(Incident incident, ReturnTask command, IncidentContext context, DateTimeOffset now)
    {
        if (FindOpen(incident, command.Department) is not { } task)
        {
            return IncidentDecision.Refuse(IncidentRefusal.NoOpenTask);
        }

        var by = Actor.Of(command.Department);
        return string.IsNullOrWhiteSpace(command.Reason) ? IncidentDecision.Refuse(IncidentRefusal.ReasonRequired)
            : incident.Dispatch!.Binds ? IncidentDecision.Refuse(IncidentRefusal.DecisionBinds)
            : IncidentDecision.Accept(
            [
                new TaskReturned(now, by, command.Department, command.Reason, HandleClock.LeftOf(incident, task.Due!.Value, context, now)),
                .. incident.Dispatch.Returns + 1 < Departments.Dispatch.MaxReturns ? [] : Raised(incident, by, context, now),
            ]);
    }

    /// <summary>The incident is handled once the lead has submitted and no co-handler is open.</summary>
    public static IncidentDecision Submit(Incident incident, SubmitTaskResult command, IncidentContext context, DateTimeOffset now)
    {
        if (FindOpen(incident, command.Department) is not { } task)
        {
            return IncidentDecision.Refuse(IncidentRefusal.NoOpenTask);
        }

        if (string.IsNullOrWhiteSpace(command.Result))
        {
            return IncidentDecision.Refuse(IncidentRefusal.ResultRequired);
        }

        var left = HandleClock.LeftOf(incident, task.Due!.Value, context, now);
        var submitted = new TaskResultSubmitted(now, Actor.Of(command.Department), command.Department, command.Result, left);
        var after = incident.Dispatch!.With(task with { Status = DepartmentTaskStatus.Submitted, Result = command.Result });
        return after is { IsOpen: false, Lead: { Status: DepartmentTaskStatus.Submitted, Result: { } result } lead }
            ? IncidentDecision.Accept(submitted, new ResultSubmitted(now, Actor.Of(lead.Department), result))
            : IncidentDecision.Accept(submitted);
    }

    /// <summary>A check failed: the lead, where a department had it, goes on.</summary>
    public static IEnumerable<IncidentEvent> Rework(Incident incident, Actor by, IncidentContext context, DateTimeOffset now)
    {
        if (incident.Dispatch?.Lead is not { Status: DepartmentTaskStatus.Submitted } lead)
        {
            return [];
        }

        var run = lead.Run with { Since = now };
        return [new TaskReworked(now, by, lead.Department, run, HandleClock.DueOf(incident, run, context))];
    }

    public static IncidentDecision BecomeOverdue(Incident incident, DateTimeOffset now) => IncidentDecision.Accept(
    [
        .. incident.OpenTasks
            .Where(t => !t.IsOverdue && t.Due?.At < now)
            .Select(t => new TaskOverdue(now, Actor.Clock, t.Department, t.Due!.Value.At)),
    ]);

    /// <summary>The calendar that provisional deadlines lacked was published.</summary>
    public static IEnumerable<IncidentEvent> Recompute(Incident incident, IncidentContext context, DateTimeOffset now) =>
        from task in incident.OpenTasks
        where task.Due is { IsProvisional: true }
        let due = HandleClock.DueOf(incident, task.Run, context)
        where due != task.Due
        select new TaskDueRecomputed(now, Actor.Clock, task.Department, due);

    private static IncidentDecision Dispatched(Incident incident, ImmutableArray<DepartmentCode> named, Actor by, IncidentContext context, DateTimeOffset now)
    {
        ImmutableArray<TaskDispatched> tasks =
        [
            .. named.Select((department, at) => (Department: department, IsLead: at == 0))
                .Where(n => FindOpen(incident, n.Department)?.IsLead != n.IsLead)
                .Select(n => TaskOf(incident, n.Department, n.IsLead, context, now)),
        ];
        return tasks.IsEmpty ? IncidentDecision.Nothing
            : IncidentDecision.Accept(new IncidentDispatched(
                now, by, tasks, context.Explain(RoutingRule.Dispatched, incident.Holder, default, incident.Item.CatalogueVersion, now)));
    }

    /// <summary>Whoever has it goes on with its clock, whoever gave it back with what was left, and everybody else has the full limit.</summary>
    private static TaskDispatched TaskOf(Incident incident, DepartmentCode department, bool isLead, IncidentContext context, DateTimeOffset now)
    {
        var former = incident.Dispatch?.Find(department);
        var run = former switch
        {
            { IsOpen: true } => former.Run,
            { Status: DepartmentTaskStatus.Returned } => former.Run with { Since = now },
            _ => new ClockRun(now, context.Calendar.RunningTime(now, incident.Item.HandleLimit)),
        };
        return new TaskDispatched(department, isLead, run, HandleClock.DueOf(incident, run, context));
    }

    private static IEnumerable<IncidentEvent> Raised(Incident incident, Actor by, IncidentContext context, DateTimeOffset now)
    {
        var search = context.Chain.FirstStaffedAbove(incident.Holder.Tier);
        if ((search.Post ?? context.Chain.NextAbove(incident.Holder.Tier)) is not { } to)
        {
            return [];
        }

        var raised = new IncidentRaisedForDecision(
            now, by, incident.Holder, to, context.Explain(RoutingRule.ReturnedTwice, to, search.Vacant, incident.Item.CatalogueVersion, now));
        return EscalationDecider.NameAbove(incident, to, by, context, now) is { } named ? [raised, named] : [raised];
    }

    private static DepartmentTask? FindOpen(Incident incident, DepartmentCode department) =>
        incident.Dispatch?.Find(department) is { IsOpen: true } task ? task : null;
}
