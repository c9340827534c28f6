using System.Diagnostics;
using GridActors.Core.Departments;
using GridActors.Core.Incidents;

namespace GridActors.Core.Escalations;

/// <summary>
/// The ladder (DOMAIN 6): nobody accepts - it climbs; the handle limit runs out - the tiers above watch, one after the
/// other; at the top it is reminded at an interval and never falls silent.
/// </summary>
internal static class EscalationDecider
{
    /// <remarks>An act exactly at a deadline is in time, so a deadline is reached only after it.</remarks>
    public static IncidentDecision Decide(Incident incident, DeadlineReached command, IncidentContext context, DateTimeOffset now)
    {
        if (incident.NextDeadline is not { } deadline || deadline.DueAt != command.DueAt || now <= deadline.DueAt)
        {
            return IncidentDecision.Nothing;
        }

        return deadline.Kind switch
        {
            DeadlineKind.Accept => Climb(incident, context, now),
            DeadlineKind.HandleReminder => IncidentDecision.Accept(new HandlerReminded(now, Actor.Clock)),
            DeadlineKind.Handle => BecomeOverdue(incident, context, now),
            DeadlineKind.Supervision => RaiseSupervision(incident, context, now),
            DeadlineKind.Task => DepartmentDecider.BecomeOverdue(incident, now),
            DeadlineKind.Resume => SuspensionDecider.ResumeOnTime(incident, context, now),
            _ => throw new UnreachableException(deadline.Kind.ToString()),
        };
    }

    public static IncidentDecision Recompute(Incident incident, IncidentContext context, DateTimeOffset now)
    {
        if (!incident.IsProvisional)
        {
            return IncidentDecision.Nothing;
        }

        return IncidentDecision.Accept([.. RecomputeOwn(incident, context, now), .. DepartmentDecider.Recompute(incident, context, now)]);
    }

    private static IEnumerable<IncidentEvent> RecomputeOwn(Incident incident, IncidentContext context, DateTimeOffset now)
    {
        if (incident.HandleDue is not { } handleDue)
        {
            var acceptDue = context.Calendar.Add(incident.HeldSince, incident.Item.AcceptLimit);
            return acceptDue == incident.AcceptDue ? [] : [new AcceptDueRecomputed(now, Actor.Clock, acceptDue)];
        }

        var due = HandleClock.DueOf(incident, HandleClock.RunOf(incident, context), context);
        return due == handleDue ? [] : [new HandleDueRecomputed(now, Actor.Clock, due, HandleClock.NextStep(incident, due, context))];
    }

    private static IncidentDecision Climb(Incident incident, IncidentContext context, DateTimeOffset now)
    {
        var search = context.Chain.FirstStaffedAbove(incident.Holder.Tier);
        return search.Post is { } to
            ? IncidentDecision.Accept(new IncidentEscalated(
                now,
                Actor.Clock,
                incident.Holder,
                to,
                incident.AcceptDue.At,
                context.Calendar.Add(now, incident.Item.AcceptLimit),
                context.Explain(RoutingRule.AcceptLimitExpired, to, search.Vacant, incident.Item.CatalogueVersion, now)))
            : IncidentDecision.Accept(new AcceptanceReminded(
                now,
                Actor.Clock,
                incident.Holder,
                now + context.Policy.AcceptanceReminderInterval,
                context.Explain(RoutingRule.NoTierAbove, incident.Holder, search.Vacant, incident.Item.CatalogueVersion, now)));
    }

    private static IncidentDecision BecomeOverdue(Incident incident, IncidentContext context, DateTimeOffset now)
    {
        var nextStep = HandleClock.StepAt(incident, steps: 1, context);
        var overdue = new IncidentOverdue(now, Actor.Clock, incident.HandleDue!.Value.At, nextStep);
        var search = context.Chain.FirstStaffedAbove(incident.Holder.Tier);
        return search.Post is { } supervisor && !(incident.Supervisor?.Tier >= supervisor.Tier)
            ? IncidentDecision.Accept(overdue, new SupervisorNamed(
                now, Actor.Clock, supervisor, nextStep, context.Explain(RoutingRule.HandleLimitExpired, supervisor, search.Vacant, incident.Item.CatalogueVersion, now)))
            : IncidentDecision.Accept(overdue);
    }

    private static IncidentDecision RaiseSupervision(Incident incident, IncidentContext context, DateTimeOffset now)
    {
        var watcher = incident.Supervisor is { } s && s.Tier > incident.Holder.Tier ? s : incident.Holder;
        var search = context.Chain.FirstStaffedAbove(watcher.Tier);
        return search.Post is { } next
            ? IncidentDecision.Accept(new SupervisorNamed(
                now,
                Actor.Clock,
                next,
                HandleClock.StepAt(incident, incident.OverdueSteps + 1, context),
                context.Explain(RoutingRule.StillOverdue, next, search.Vacant, incident.Item.CatalogueVersion, now)))
            : IncidentDecision.Accept(new OverdueReminded(now, Actor.Clock, watcher, now + context.Policy.OverdueReminderInterval));
    }

    /// <summary>A supervisor for an overdue incident that a move left without one above its holder; null where none is needed or none is staffed.</summary>
    public static SupervisorNamed? NameAbove(Incident incident, Post holder, Actor by, IncidentContext context, DateTimeOffset now)
    {
        if (incident.OverdueSteps == 0 || incident.Supervisor?.Tier > holder.Tier)
        {
            return null;
        }

        var search = context.Chain.FirstStaffedAbove(holder.Tier);
        return search.Post is { } supervisor
            ? new SupervisorNamed(now, by, supervisor, incident.Deadline!.DueAt, context.Explain(RoutingRule.HandleLimitExpired, supervisor, search.Vacant, incident.Item.CatalogueVersion, now))
            : null;
    }
}
