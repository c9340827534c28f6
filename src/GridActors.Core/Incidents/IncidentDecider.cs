using System.Collections.Immutable;
using System.Diagnostics;
using GridActors.Core.Contacts;
using GridActors.Core.Departments;
using GridActors.Core.Escalations;

namespace GridActors.Core.Incidents;

/// <summary>
/// The rules of the lifecycle (DOMAIN 5). Pure: the same incident, command, context and instant give the same answer.
/// Where a command names no actor, the post that holds the incident acts.
/// </summary>
public static class IncidentDecider
{
    public static IncidentDecision Decide(Incident? incident, IncidentCommand command, IncidentContext context, DateTimeOffset now) =>
        (incident is null ? null : CommandKeys.DecideRepeat(incident, command)) ?? DecideAnew(incident, command, context, now);

    private static IncidentDecision DecideAnew(Incident? incident, IncidentCommand command, IncidentContext context, DateTimeOffset now) => (incident, command) switch
    {
        (null, ReportIncident c) => ReportDecider.Decide(c, context, now),
        (null, _) => Refuse(IncidentRefusal.UnknownIncident),
        ({ } i, ReportIncident c) => i.Content.Digest == c.Content.Digest ? IncidentDecision.Nothing : Refuse(IncidentRefusal.IdempotencyKeyReused),
        ({ } i, DeadlineReached c) => EscalationDecider.Decide(i, c, context, now),
        ({ } i, CalendarPublished) => EscalationDecider.Recompute(i, context, now),
        ({ } i, AddNote c) => FeedbackDecider.Note(i, c, now),
        ({ } i, AddRequesterNote c) => FeedbackDecider.Note(i, c, now),
        ({ } i, ShowContact c) => ContactDecider.Show(i, c, now),
        ({ } i, RateIncident c) => FeedbackDecider.Rate(i, c, now),
        ({ } i, ReopenIncident c) => FeedbackDecider.Reopen(i, c, context, now),
        ({ } i, MergeIncident c) => MergeDecider.Merge(i, c, ActorOf(i, c), now),
        ({ } i, UnmergeIncident c) => MergeDecider.Unmerge(i, ActorOf(i, c), context, now),
        ({ } i, JoinReporter c) => MergeDecider.Join(i, c, ActorOf(i, c), now),
        ({ } i, LeaveReporter c) => MergeDecider.Leave(i, c, ActorOf(i, c), now),
        ({ IsOpen: false }, _) => Refuse(IncidentRefusal.AlreadyClosed),
        ({ } i, VoidIncident c) => Void(i, c, now),
        ({ } i, UrgeIncident c) => WatchDecider.Urge(i, c, context, now),
        ({ } i, SuperviseIncident c) => WatchDecider.Supervise(i, c, context, now),
        ({ } i, RefileIncident c) => PlaceDecider.Refile(i, c, context, now),
        ({ } i, HandOverIncident c) => HandOverDecider.HandOver(i, c, now),
        ({ } i, ResumeIncident c) => SuspensionDecider.Resume(i, c, context, now),
        ({ Phase: IncidentPhase.Suspended }, _) => Refuse(IncidentRefusal.Suspended),
        ({ } i, _) => DecideWhileItRuns(i, command, context, now),
    };

    private static IncidentDecision DecideWhileItRuns(Incident i, IncidentCommand command, IncidentContext context, DateTimeOffset now) => command switch
    {
        HandleOnSpot c => HandleOnSpot(i, c, now),
        AcceptIncident c => Accept(i, ActorOf(i, c), context, now),
        ForwardIncident c => Forward(i, c, context, now),
        SendDownIncident c => SendDown(i, c, context, now),
        AssignWorker c => Assign(i, c, now),
        StartHandling c => Start(i, ActorOf(i, c), now),
        SubmitResult c => SubmitResult(i, c, now),
        CheckResult c => Check(i, c, context, now),
        CloseIncident c => Close(i, c, now),
        DispatchIncident c => DepartmentDecider.Dispatch(i, c, ActorOf(i, c), context, now),
        AcceptTask c => DepartmentDecider.Accept(i, c, now),
        ReturnTask c => DepartmentDecider.Return(i, c, context, now),
        SubmitTaskResult c => DepartmentDecider.Submit(i, c, context, now),
        AskExtension c => ExtensionDecider.Ask(i, c, now),
        DecideExtension c => ExtensionDecider.Decide(i, c, context, now),
        AskSuspension c => SuspensionDecider.Ask(i, c, now),
        DecideSuspension c => SuspensionDecider.Decide(i, c, context, now),
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private static IncidentDecision HandleOnSpot(Incident incident, HandleOnSpot command, DateTimeOffset now)
    {
        var by = Actor.Of(command.Worker);
        return incident.Phase == IncidentPhase.Handled ? Refuse(IncidentRefusal.AlreadyHandled)
            : !HandlerRules.MayHandle(incident, by) ? Refuse(IncidentRefusal.NotHandler)
            : string.IsNullOrWhiteSpace(command.Result) ? Refuse(IncidentRefusal.ResultRequired)
            : IncidentDecision.Accept(
                new IncidentHandledOnSpot(now, by, command.Result),
                new IncidentClosed(now, by, IncidentOutcome.Resolved));
    }

    private static IncidentDecision Accept(Incident incident, Actor by, IncidentContext context, DateTimeOffset now)
    {
        if (incident.Phase != IncidentPhase.Reported)
        {
            return Refuse(IncidentRefusal.AlreadyAccepted);
        }

        var accepted = new IncidentAccepted(
            now,
            by,
            context.Calendar.Add(now, incident.Item.HandleLimit),
            context.Calendar.Add(now, incident.Item.HandleLimit, context.Policy.HandlerReminderPercent).At);
        return HandlerRules.ActsForHolder(incident, by) ? IncidentDecision.Accept(accepted)
            : incident.IsEmergency && by.Post is { } to && context.Chain.Includes(to)
                ? IncidentDecision.Accept(new EmergencyTaken(now, by, incident.Holder, to, Explain(incident, RoutingRule.Emergency, to, default, context, now)), accepted)
            : Refuse(IncidentRefusal.NotHolder);
    }

    private static IncidentDecision Forward(Incident incident, ForwardIncident command, IncidentContext context, DateTimeOffset now)
    {
        var by = ActorOf(incident, command);
        if (RefusalToMove(incident, by) is { } refusal)
        {
            return Refuse(refusal);
        }

        if (command.To is not null && !incident.IsEmergency)
        {
            return Refuse(IncidentRefusal.SkipsTiers);
        }

        var lowest = command.To > incident.Holder.Tier ? command.To.Value : incident.Holder.Tier + 1;
        var search = context.Chain.FirstStaffedFrom(lowest);
        return string.IsNullOrWhiteSpace(command.Reason) ? Refuse(IncidentRefusal.ReasonRequired)
            : command.To <= incident.Holder.Tier ? Refuse(IncidentRefusal.NotAboveHolder)
            : (search.Post ?? context.Chain.NextAbove(lowest - 1)) is not { } to ? Refuse(IncidentRefusal.NoTierAbove)
            : Moved(incident, new IncidentForwarded(now, by, incident.Holder, to, command.Reason, Explain(incident, RoutingRule.HandedUp, to, search.Vacant, context, now)), to, context);
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
            : Moved(incident, new IncidentSentDown(now, by, incident.Holder, to, Explain(incident, RoutingRule.SentDown, to, default, context, now)), to, context);
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
            : !HandlerRules.ActsForHolder(incident, by) ? Refuse(IncidentRefusal.NotHolder)
            : incident.OpenTasks.Any() ? Refuse(IncidentRefusal.NotHandler)
            : incident.Handler == command.Worker ? IncidentDecision.Nothing
            : IncidentDecision.Accept(new WorkerAssigned(now, by, command.Worker));
    }

    private static IncidentDecision Start(Incident incident, Actor by, DateTimeOffset now) =>
        incident.Phase == IncidentPhase.Reported ? Refuse(IncidentRefusal.NotAccepted)
        : incident.Phase == IncidentPhase.Handled ? Refuse(IncidentRefusal.AlreadyHandled)
        : !HandlerRules.MayHandle(incident, by) ? Refuse(IncidentRefusal.NotHandler)
        : incident.Phase == IncidentPhase.Handling ? IncidentDecision.Nothing
        : IncidentDecision.Accept(new HandlingStarted(now, by));

    private static IncidentDecision SubmitResult(Incident incident, SubmitResult command, DateTimeOffset now)
    {
        var by = ActorOf(incident, command);
        return incident.Phase == IncidentPhase.Reported ? Refuse(IncidentRefusal.NotAccepted)
            : incident.Phase == IncidentPhase.Handled ? Refuse(IncidentRefusal.AlreadyHandled)
            : !HandlerRules.MayHandle(incident, by) ? Refuse(IncidentRefusal.NotHandler)
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
        var by = command.By ?? (HandlerRules.DidTheWork(incident, holder) && context.Chain.NextAbove(incident.Holder.Tier) is { } above ? Actor.Of(above) : holder);
        return HandlerRules.DidTheWork(incident, by) ? Refuse(IncidentRefusal.CheckedByHandler)
            : by.Worker is null && !(by.Post is { } post && context.Chain.Includes(post)) ? Refuse(IncidentRefusal.NotHolder)
            : command.Passed ? IncidentDecision.Accept(new CheckPassed(now, by), new IncidentClosed(now, by, IncidentOutcome.Resolved))
            : string.IsNullOrWhiteSpace(command.Reason) ? Refuse(IncidentRefusal.ReasonRequired)
            : IncidentDecision.Accept([new CheckFailed(now, by, command.Reason), .. DepartmentDecider.Rework(incident, by, context, now)]);
    }

    private static IncidentDecision Close(Incident incident, CloseIncident command, DateTimeOffset now)
    {
        var by = ActorOf(incident, command);
        return incident.Phase != IncidentPhase.Handled ? Refuse(IncidentRefusal.NotHandled)
            : !HandlerRules.ActsForHolder(incident, by) ? Refuse(IncidentRefusal.NotHolder)
            : command.Outcome is IncidentOutcome.Void or IncidentOutcome.Duplicate ? Refuse(IncidentRefusal.ReasonRequired)
            : IncidentDecision.Accept(new IncidentClosed(now, by, command.Outcome));
    }

    private static IncidentDecision Void(Incident incident, VoidIncident command, DateTimeOffset now)
    {
        var by = ActorOf(incident, command);
        return !HandlerRules.ActsForHolder(incident, by) ? Refuse(IncidentRefusal.NotHolder)
            : string.IsNullOrWhiteSpace(command.Reason) ? Refuse(IncidentRefusal.ReasonRequired)
            : IncidentDecision.Accept(new IncidentVoided(now, by, command.Reason));
    }

    private static IncidentRefusal? RefusalToMove(Incident incident, Actor by) =>
        incident.Phase == IncidentPhase.Handled ? IncidentRefusal.AlreadyHandled
        : !HandlerRules.ActsForHolder(incident, by) ? IncidentRefusal.NotHolder
        : null;

    private static Actor ActorOf(Incident incident, PostCommand command) => command.By ?? Actor.Of(incident.Holder);

    private static Explanation Explain(Incident incident, RoutingRule rule, Post to, ImmutableArray<Post> vacant, IncidentContext context, DateTimeOffset now) =>
        context.Explain(rule, to, vacant, incident.Item.CatalogueVersion, now);

    private static IncidentDecision Refuse(IncidentRefusal refusal) => IncidentDecision.Refuse(refusal);
}
