namespace GridActors.Core.Incidents;

/// <summary>The rules of a hand-over from worker to worker.</summary>
internal static class HandOverDecider
{
    /// <summary>Also while it is suspended; not once it is handled, for then nothing is left to do for the handler.</summary>
    public static IncidentDecision HandOver(Incident incident, HandOverIncident command, DateTimeOffset now) =>
        incident.Phase == IncidentPhase.Handled ? IncidentDecision.Refuse(IncidentRefusal.AlreadyHandled)
        : incident.Handler == command.To ? IncidentDecision.Nothing
        : incident.Handler != command.From ? IncidentDecision.Refuse(IncidentRefusal.NotHandler)
        : string.IsNullOrWhiteSpace(command.Reason) ? IncidentDecision.Refuse(IncidentRefusal.ReasonRequired)
        : IncidentDecision.Accept(new IncidentHandedOver(now, Actor.Of(command.From), command.From, command.To, command.Reason));
}
