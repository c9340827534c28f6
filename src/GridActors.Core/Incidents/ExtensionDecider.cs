using GridActors.Core.Escalations;

namespace GridActors.Core.Incidents;

/// <summary>Extensions: asked by the handler before expiry, decided by a centre, one original limit each, twice at most, never for an emergency (DOMAIN 5).</summary>
internal static class ExtensionDecider
{
    public static IncidentDecision Ask(Incident incident, AskExtension command, DateTimeOffset now)
    {
        var by = command.By ?? HandlerRules.HandlerOf(incident);
        return RefusalToChangeTheClock(incident) is { } refusal ? IncidentDecision.Refuse(refusal)
            : !HandlerRules.MayHandle(incident, by) ? IncidentDecision.Refuse(IncidentRefusal.NotHandler)
            : incident.Extensions >= Extension.MaxGranted ? IncidentDecision.Refuse(IncidentRefusal.ExtendedTwice)
            : incident.Extension is not null ? IncidentDecision.Refuse(IncidentRefusal.AlreadyAsked)
            : incident.IsOverdueAt(now) ? IncidentDecision.Refuse(IncidentRefusal.AlreadyOverdue)
            : string.IsNullOrWhiteSpace(command.Reason) ? IncidentDecision.Refuse(IncidentRefusal.ReasonRequired)
            : IncidentDecision.Accept(new ExtensionAsked(now, by, command.Reason));
    }

    public static IncidentDecision Decide(Incident incident, DecideExtension command, IncidentContext context, DateTimeOffset now)
    {
        if (RefusalToChangeTheClock(incident) is { } refusal)
        {
            return IncidentDecision.Refuse(refusal);
        }

        if (incident.Extension is not { } asked)
        {
            return IncidentDecision.Refuse(IncidentRefusal.NothingAsked);
        }

        var by = command.By ?? Actor.Of(HandlerRules.DecidingCentre(incident, asked.AskedBy, context.Chain));
        return !HandlerRules.MayDecide(incident, asked.AskedBy, by, context.Chain) ? IncidentDecision.Refuse(IncidentRefusal.NotDecider)
            : command.IsGranted ? Grant(incident, by, context, now)
            : string.IsNullOrWhiteSpace(command.Reason) ? IncidentDecision.Refuse(IncidentRefusal.ReasonRequired)
            : IncidentDecision.Accept(new ExtensionDenied(now, by, command.Reason));
    }

    /// <summary>Why a handle clock can be neither extended nor stopped; null where it can.</summary>
    public static IncidentRefusal? RefusalToChangeTheClock(Incident incident) =>
        incident.Phase == IncidentPhase.Reported ? IncidentRefusal.NotAccepted
        : incident.Phase == IncidentPhase.Handled ? IncidentRefusal.AlreadyHandled
        : incident.IsEmergency ? IncidentRefusal.Emergency
        : null;

    private static IncidentDecision Grant(Incident incident, Actor by, IncidentContext context, DateTimeOffset now)
    {
        if (incident.IsOverdueAt(now))
        {
            return IncidentDecision.Refuse(IncidentRefusal.AlreadyOverdue);
        }

        var limit = HandleClock.LimitOf(incident, context);
        var left = HandleClock.LeftOf(incident, incident.HandleDue!.Value, context, now) + limit;
        var (run, due, next) = HandleClock.From(incident, now, left, incident.Extensions + 1, context);
        return IncidentDecision.Accept(new ExtensionGranted(now, by, run, due, next, HandleClock.TasksFrom(incident, now, limit, context)));
    }
}
