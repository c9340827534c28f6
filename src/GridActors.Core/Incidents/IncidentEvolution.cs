using System.Collections.Immutable;
using GridActors.Core.Contacts;
using GridActors.Core.Departments;

namespace GridActors.Core.Incidents;

/// <summary>How events change an incident. Never decides, never reads a clock, and throws on an event that it does not know.</summary>
public static class IncidentEvolution
{
    /// <summary>The state after all events, or null where there are none.</summary>
    public static Incident? Replay(IEnumerable<IncidentEvent> events) => events.Aggregate((Incident?)null, Evolve);

    public static Incident Evolve(Incident? incident, IncidentEvent change) => (incident, change) switch
    {
        (null, IncidentReported e) => Reported(e),
        ({ } i, _) => Changed(i, change) with { Version = i.Version + 1, ChangedAt = change.At },
        _ => throw new InvalidOperationException($"{change.GetType().Name} cannot be the first event of an incident."),
    };

    private static Incident Reported(IncidentReported e) => new(
        e.Id,
        Version: 1,
        e.TrackingCode,
        e.Content,
        e.Place,
        e.Item,
        ReportedAt: e.At,
        IncidentPhase.Reported,
        e.Holder,
        HeldSince: e.At,
        e.AcceptDue,
        new NextDeadline(DeadlineKind.Accept, e.AcceptDue.At),
        [e.Why],
        ChangedAt: e.At);

    private static Incident Changed(Incident i, IncidentEvent change) => change switch
    {
        IncidentEscalated e => Moved(i, e.To, e.At, e.Why) with
        {
            AcceptDue = e.AcceptDue,
            AcceptEscalations = i.AcceptEscalations + 1,
            Deadline = new NextDeadline(DeadlineKind.Accept, e.AcceptDue.At),
        },
        IncidentForwarded e => Moved(i, e.To, e.At, e.Why),
        IncidentSentDown e => Moved(i, e.To, e.At, e.Why),
        IncidentRefiled e => PlaceEvolution.Refiled(i, e),
        AcceptClockRestarted e => i with { AcceptDue = e.AcceptDue, Deadline = new NextDeadline(DeadlineKind.Accept, e.AcceptDue.At) },
        AcceptDueRecomputed e => i with { AcceptDue = e.AcceptDue, Deadline = new NextDeadline(DeadlineKind.Accept, e.AcceptDue.At) },
        EmergencyTaken e => Moved(i, e.To, e.At, e.Why),
        IncidentRaisedForDecision e => Moved(i, e.To, e.At, e.Why),
        PostsNotified or NoteAdded or IncidentUrged or ContactShown => i,
        AcceptanceReminded e => i with { Deadline = new NextDeadline(DeadlineKind.Accept, e.RemindAgainAt), Why = Stayed(i.Why, e.Why) },
        _ => Handled(i, change),
    };

    private static Incident Handled(Incident i, IncidentEvent change) => change switch
    {
        IncidentAccepted e => i with
        {
            Phase = IncidentPhase.Accepted,
            AcceptedAt = e.At,
            HandleDue = e.HandleDue,
            Deadline = new NextDeadline(DeadlineKind.HandleReminder, e.RemindAt),
        },
        WorkerAssigned e => i with { Handler = e.Worker },
        IncidentHandedOver e => i with { Handler = e.To },
        HandlingStarted e => i with { Phase = IncidentPhase.Handling, Handler = e.By.Worker ?? i.Handler },
        ResultSubmitted e => i with { Phase = IncidentPhase.Handled, Handler = e.By.Worker ?? i.Handler, Result = new SubmittedResult(e.At, e.By, e.Result), Extension = null, Suspension = Suspension.Withdrawn(i.Suspension) },
        IncidentHandledOnSpot e => i with { Phase = IncidentPhase.Handled, Handler = e.By.Worker, Result = new SubmittedResult(e.At, e.By, e.Result) },
        CheckPassed => i,
        CheckFailed => i with { Phase = IncidentPhase.Handling },
        IncidentClosed e => Ended(i, e.At, e.Outcome),
        IncidentVoided e => Ended(i, e.At, IncidentOutcome.Void),
        _ => Watched(i, change),
    };

    private static Incident Watched(Incident i, IncidentEvent change) => change switch
    {
        HandlerReminded => i with { Deadline = new NextDeadline(DeadlineKind.Handle, i.HandleDue!.Value.At) },
        IncidentOverdue e => i with { OverdueSteps = 1, Deadline = new NextDeadline(DeadlineKind.Supervision, e.NextStepAt) },
        SupervisorNamed e => i with
        {
            Supervisor = e.Supervisor,
            OverdueSteps = e.Why.Rule == RoutingRule.HandleLimitExpired ? i.OverdueSteps : i.OverdueSteps + 1,
            Deadline = new NextDeadline(DeadlineKind.Supervision, e.NextStepAt),
            Why = i.Why.Add(e.Why),
        },
        OverdueReminded e => i with { Deadline = new NextDeadline(DeadlineKind.Supervision, e.RemindAgainAt) },
        SupervisionTaken e => i with { Supervisor = e.Supervisor },
        HandleDueRecomputed e => i with { HandleDue = e.HandleDue, Deadline = e.Next },
        _ => DepartmentEvolution.Changed(i, change) ?? ControlEvolution.Changed(i, change) ?? FeedbackEvolution.Changed(i, change),
    };

    /// <summary>Whoever was at work for the former holder is no longer, and nobody watches a tier above their own.</summary>
    private static Incident Moved(Incident i, Post to, DateTimeOffset at, Explanation why) => i with
    {
        Holder = to,
        HeldSince = at,
        Handler = null,
        Supervisor = i.Supervisor?.Tier > to.Tier ? i.Supervisor : null,
        Extension = null,
        Suspension = Suspension.Withdrawn(i.Suspension),
        Phase = i.Phase == IncidentPhase.Handling && !i.OpenTasks.Any() ? IncidentPhase.Accepted : i.Phase,
        Why = i.Why.Add(why),
    };

    /// <summary>Told once, however often it is reminded: the state of an incident that nobody accepts must not grow for ever.</summary>
    private static ImmutableArray<Explanation> Stayed(ImmutableArray<Explanation> why, Explanation stays) =>
        why[^1].Rule == stays.Rule ? why : why.Add(stays);

    internal static Incident Ended(Incident i, DateTimeOffset at, IncidentOutcome outcome) => i with
    {
        Phase = IncidentPhase.Closed,
        Outcome = outcome,
        ClosedAt = at,
        Deadline = null,
        Extension = null,
        Suspension = Suspension.Ended(i.Suspension),
    };
}
