using System.Diagnostics;
using GridActors.Core.Escalations;

namespace GridActors.Core.Incidents;

/// <summary>
/// The rules of the lifecycle (DOMAIN 5). Pure: the same incident, command, context and instant give the same answer.
/// Where a command names no actor, the post that holds the incident acts.
/// </summary>
public static class IncidentDecider
{
    public static IncidentDecision Decide(Incident? incident, IncidentCommand command, IncidentContext context, DateTimeOffset now) => (incident, command) switch
    {
        (null, ReportIncident c) => ReportDecider.Decide(c, context, now),
        (null, _) => Refuse(IncidentRefusal.UnknownIncident),
        ({ } i, ReportIncident c) => i.Content.Digest == c.Content.Digest ? IncidentDecision.Nothing : Refuse(IncidentRefusal.IdempotencyKeyReused),
        ({ } i, DeadlineReached c) => EscalationDecider.Decide(i, c, context, now),
        ({ } i, CalendarPublished) => EscalationDecider.Recompute(i, context, now),
        ({ IsOpen: false }, _) => Refuse(IncidentRefusal.AlreadyClosed),
        ({ } i, HandleOnSpot c) => HandleOnSpot(i, c, now),
        ({ } i, AcceptIncident c) => Accept(i, ActorOf(i, c), context, now),
        ({ } i, ForwardIncident c) => Forward(i, c, context, now),
        ({ } i, SendDownIncident c) => SendDown(i, c, context, now),
        ({ } i, AssignWorker c) => Assign(i, c, now),
        ({ } i, StartHandling c) => Start(i, ActorOf(i, c), now),
        ({ } i, SubmitResult c) => SubmitResult(i, c, now),
        ({ } i, CheckResult c) => Check(i, c, context, now),
        ({ } i, CloseIncident c) => Close(i, c, now),
        ({ } i, VoidIncident c) => Void(i, c, now),
        ({ } i, RefileIncident c) => PlaceDecider.Refile(i, c, context, now),
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private static IncidentDecision HandleOnSpot(Incident incident, HandleOnSpot command, DateTimeOffset now)
    {
        var by = Actor.Of(command.Worker);
        return incident.Phase == IncidentPhase.Handled ? Refuse(IncidentRefusal.AlreadyHandled)
            : incident.Handler is { } handler && handler != command.Worker ? Refuse(IncidentRefusal.NotHandler)
            : string.IsNullOrWhiteSpace(command.Result) ? Refuse(IncidentRefusal.ResultRequired)
            : IncidentDecision.Accept(
                new IncidentHandledOnSpot(now, by, command.Result),
                new IncidentClosed(now, by, IncidentOutcome.Resolved));
    }

    private static IncidentDecision Accept(Incident incident, Actor by, IncidentContext context, DateTimeOffset now) =>
        incident.Phase != IncidentPhase.Reported ? Refuse(IncidentRefusal.AlreadyAccepted)
        : !ActsForHolder(incident, by) ? Refuse(IncidentRefusal.NotHolder)
        : IncidentDecision.Accept(new IncidentAccepted(
            now,
            by,
            context.Calendar.Add(now, incident.Item.HandleLimit),
            context.Calendar.Add(now, incident.Item.HandleLimit, context.Policy.HandlerReminderPercent).At));

    private static IncidentDecision Forward(Incident incident, ForwardIncident command, IncidentContext context, DateTimeOffset now)
    {
        var by = ActorOf(incident, command);
        var search = context.Chain.FirstStaffedAbove(incident.Holder.Tier);
        if (RefusalToMove(incident, by) is { } refusal)
        {
            return Refuse(refusal);
        }

        return string.IsNullOrWhiteSpace(command.Reason) ? Refuse(IncidentRefusal.ReasonRequired)
            : (search.Post ?? context.Chain.NextAbove(incident.Holder.Tier)) is not { } to ? Refuse(IncidentRefusal.NoTierAbove)
            : Moved(incident, new IncidentForwarded(now, by, incident.Holder, to, command.Reason, context.Explain(RoutingRule.HandedUp, to, search.Vacant, incident.Item.CatalogueVersion, now)), to, context);
    }

    private static IncidentDecision SendDown(Incident incident, SendDownIncident command, IncidentContext context, DateTimeOffset now)
    {
        var by = ActorOf(incident, command);
        if (RefusalToMove(incident, by) is { } refusal)
        {
            return Refuse(refusal);
        }

        return !incident.Holder.IsCentre ? Refuse(IncidentRefusal.NotACentre)
            : command.To >= incident.Holder.Tier || context.Chain.At(command.To) is not { } to ? Refuse(IncidentRefusal.NotBelowHolder)
            : Moved(incident, new IncidentSentDown(now, by, incident.Holder, to, context.Explain(RoutingRule.SentDown, to, default, incident.Item.CatalogueVersion, now)), to, context);
    }

    /// <summary>
    /// Before acceptance the new holder has the full accept limit; afterwards the promise to the requester keeps running,
    /// and an overdue incident is watched from above its new holder.
    /// </summary>
    private static IncidentDecision Moved(Incident incident, IncidentEvent move, Post to, IncidentContext context) =>
        incident.Phase == IncidentPhase.Reported
            ? IncidentDecision.Accept(move, new AcceptClockRestarted(move.At, move.By, context.Calendar.Add(move.At, incident.Item.AcceptLimit)))
            : EscalationDecider.NameAbove(incident, to, move.By, context, move.At) is { } named ? IncidentDecision.Accept(move, named)
            : IncidentDecision.Accept(move);

    private static IncidentDecision Assign(Incident incident, AssignWorker command, DateTimeOffset now)
    {
        var by = ActorOf(incident, command);
        return incident.Phase == IncidentPhase.Reported ? Refuse(IncidentRefusal.NotAccepted)
            : incident.Phase == IncidentPhase.Handled ? Refuse(IncidentRefusal.AlreadyHandled)
            : !ActsForHolder(incident, by) ? Refuse(IncidentRefusal.NotHolder)
            : incident.Handler == command.Worker ? IncidentDecision.Nothing
            : IncidentDecision.Accept(new WorkerAssigned(now, by, command.Worker));
    }

    private static IncidentDecision Start(Incident incident, Actor by, DateTimeOffset now) =>
        incident.Phase == IncidentPhase.Reported ? Refuse(IncidentRefusal.NotAccepted)
        : incident.Phase == IncidentPhase.Handled ? Refuse(IncidentRefusal.AlreadyHandled)
        : !MayHandle(incident, by) ? Refuse(IncidentRefusal.NotHandler)
        : incident.Phase == IncidentPhase.Handling ? IncidentDecision.Nothing
        : IncidentDecision.Accept(new HandlingStarted(now, by));

    private static IncidentDecision SubmitResult(Incident incident, SubmitResult command, DateTimeOffset now)
    {
        var by = ActorOf(incident, command);
        return incident.Phase == IncidentPhase.Reported ? Refuse(IncidentRefusal.NotAccepted)
            : incident.Phase == IncidentPhase.Handled ? Refuse(IncidentRefusal.AlreadyHandled)
            : !MayHandle(incident, by) ? Refuse(IncidentRefusal.NotHandler)
            : string.IsNullOrWhiteSpace(command.Result) ? Refuse(IncidentRefusal.ResultRequired)
            : IncidentDecision.Accept(new ResultSubmitted(now, by, command.Result));
    }

    /// <summary>Where nobody is named the holder checks, or the tier above it if the holder did the work itself.</summary>
    private static IncidentDecision Check(Incident incident, CheckResult command, IncidentContext context, DateTimeOffset now)
    {
        if (incident.Phase != IncidentPhase.Handled)
        {
            return Refuse(IncidentRefusal.NotHandled);
        }

        var holder = Actor.Of(incident.Holder);
        var by = command.By ?? (DidTheWork(incident, holder) && context.Chain.NextAbove(incident.Holder.Tier) is { } above ? Actor.Of(above) : holder);
        return DidTheWork(incident, by) ? Refuse(IncidentRefusal.CheckedByHandler)
            : by.Worker is null && !(by.Post is { } post && context.Chain.Includes(post)) ? Refuse(IncidentRefusal.NotHolder)
            : command.Passed ? IncidentDecision.Accept(new CheckPassed(now, by), new IncidentClosed(now, by, IncidentOutcome.Resolved))
            : string.IsNullOrWhiteSpace(command.Reason) ? Refuse(IncidentRefusal.ReasonRequired)
            : IncidentDecision.Accept(new CheckFailed(now, by, command.Reason));
    }

    private static IncidentDecision Close(Incident incident, CloseIncident command, DateTimeOffset now)
    {
        var by = ActorOf(incident, command);
        return incident.Phase != IncidentPhase.Handled ? Refuse(IncidentRefusal.NotHandled)
            : !ActsForHolder(incident, by) ? Refuse(IncidentRefusal.NotHolder)
            : command.Outcome == IncidentOutcome.Void ? Refuse(IncidentRefusal.ReasonRequired)
            : IncidentDecision.Accept(new IncidentClosed(now, by, command.Outcome));
    }

    private static IncidentDecision Void(Incident incident, VoidIncident command, DateTimeOffset now)
    {
        var by = ActorOf(incident, command);
        return !ActsForHolder(incident, by) ? Refuse(IncidentRefusal.NotHolder)
            : string.IsNullOrWhiteSpace(command.Reason) ? Refuse(IncidentRefusal.ReasonRequired)
            : IncidentDecision.Accept(new IncidentVoided(now, by, command.Reason));
    }

    private static IncidentRefusal? RefusalToMove(Incident incident, Actor by) =>
        incident.Phase == IncidentPhase.Handled ? IncidentRefusal.AlreadyHandled
        : !ActsForHolder(incident, by) ? IncidentRefusal.NotHolder
        : null;

    private static Actor ActorOf(Incident incident, PostCommand command) => command.By ?? Actor.Of(incident.Holder);

    /// <summary>A grid is held by its workers; every other tier by its post.</summary>
    private static bool ActsForHolder(Incident incident, Actor by) =>
        by == Actor.Of(incident.Holder) || (incident.Holder.Tier == Tier.Grid && by.Worker is not null);

    /// <summary>The assigned worker or the holder's post; any worker where none is assigned.</summary>
    private static bool MayHandle(Incident incident, Actor by) =>
        by.Worker is { } worker ? (incident.Handler ?? worker) == worker : by == Actor.Of(incident.Holder);

    /// <summary>The post of a grid is its workers: it did what one of them did.</summary>
    private static bool DidTheWork(Incident incident, Actor by) =>
        incident.Result?.By == by
        || (by.Worker is { } worker && worker == incident.Handler)
        || (by.Post is { Tier: Tier.Grid } && incident.Result?.By.Worker is not null);

    private static IncidentDecision Refuse(IncidentRefusal refusal) => IncidentDecision.Refuse(refusal);
}
