using GridActors.Core.Departments;
using GridActors.Core.Escalations;

namespace GridActors.Core.Incidents;

/// <summary>Suspension: asked by the handler, decided by a centre, once, for a year at most, never for an emergency; it ends by itself (DOMAIN 5).</summary>
internal static class SuspensionDecider
{
    public static IncidentDecision Ask(Incident incident, AskSuspension command, DateTimeOffset now)
    {
        var by = command.By ?? HandlerRules.HandlerOf(incident);
        return ExtensionDecider.RefusalToChangeTheClock(incident) is { } refusal ? IncidentDecision.Refuse(refusal)
            : !HandlerRules.MayHandle(incident, by) ? IncidentDecision.Refuse(IncidentRefusal.NotHandler)
            : incident.Suspension is { Status: SuspensionStatus.Asked } ? IncidentDecision.Refuse(IncidentRefusal.AlreadyAsked)
            : incident.Suspension is not null ? IncidentDecision.Refuse(IncidentRefusal.SuspendedOnce)
            : incident.IsOverdueAt(now) ? IncidentDecision.Refuse(IncidentRefusal.AlreadyOverdue)
            : command.Until <= now || command.Until > now + Suspension.Longest ? IncidentDecision.Refuse(IncidentRefusal.UntilOutOfRange)
            : string.IsNullOrWhiteSpace(command.Reason) ? IncidentDecision.Refuse(IncidentRefusal.ReasonRequired)
            : IncidentDecision.Accept(new SuspensionAsked(now, by, command.Until, command.Reason));
    }

    public static IncidentDecision Decide(Incident incident, DecideSuspension command, IncidentContext context, DateTimeOffset now)
    {
        if (ExtensionDecider.RefusalToChangeTheClock(incident) is { } refusal)
        {
            return IncidentDecision.Refuse(refusal);
        }

        if (incident.Suspension is not { Status: SuspensionStatus.Asked } asked)
        {
            return IncidentDecision.Refuse(IncidentRefusal.NothingAsked);
        }

        var by = command.By ?? Actor.Of(HandlerRules.DecidingCentre(incident, asked.AskedBy, context.Chain));
        return !HandlerRules.MayDecide(incident, asked.AskedBy, by, context.Chain) ? IncidentDecision.Refuse(IncidentRefusal.NotDecider)
            : command.IsGranted ? Grant(incident, asked, by, context, now)
            : string.IsNullOrWhiteSpace(command.Reason) ? IncidentDecision.Refuse(IncidentRefusal.ReasonRequired)
            : IncidentDecision.Accept(new SuspensionDenied(now, by, command.Reason));
    }

    public static IncidentDecision Resume(Incident incident, ResumeIncident command, IncidentContext context, DateTimeOffset now)
    {
        var by = command.By ?? Actor.Of(HandlerRules.DecidingCentre(incident, Actor.Requester, context.Chain));
        return incident.Phase != IncidentPhase.Suspended ? IncidentDecision.Refuse(IncidentRefusal.NotSuspended)
            : !HandlerRules.MayDecide(incident, Actor.Requester, by, context.Chain) ? IncidentDecision.Refuse(IncidentRefusal.NotDecider)
            : IncidentDecision.Accept(Resumed(incident, by, since: incident.Suspension!.Until < now ? incident.Suspension.Until : now, context, now));
    }

    /// <summary>The clocks run from the date that was set, however late the clock comes round to it.</summary>
    public static IncidentDecision ResumeOnTime(Incident incident, IncidentContext context, DateTimeOffset now) =>
        IncidentDecision.Accept(Resumed(incident, Actor.Clock, since: incident.Suspension!.Until, context, now));

    private static IncidentDecision Grant(Incident incident, Suspension asked, Actor by, IncidentContext context, DateTimeOffset now) =>
        incident.IsOverdueAt(now) ? IncidentDecision.Refuse(IncidentRefusal.AlreadyOverdue)
        : asked.Until <= now ? IncidentDecision.Refuse(IncidentRefusal.UntilOutOfRange)
        : IncidentDecision.Accept(new IncidentSuspended(
            now,
            by,
            asked.Until,
            HandleClock.LeftOf(incident, incident.HandleDue!.Value, context, now),
            [.. incident.OpenTasks.Select(t => new TaskPause(t.Department, HandleClock.LeftOf(incident, t.Due!.Value, context, now)))]));

    private static IncidentResumed Resumed(Incident incident, Actor by, DateTimeOffset since, IncidentContext context, DateTimeOffset now)
    {
        var (run, due, next) = HandleClock.From(incident, since, incident.Run!.Value.Left, incident.Extensions, context);
        return new IncidentResumed(now, by, run, due, next, HandleClock.TasksFrom(incident, since, TimeSpan.Zero, context));
    }
}
