namespace GridActors.Core.Incidents;

/// <summary>What a tier above the holder does of its own accord: press for it, or take over the watching (DOMAIN 5).</summary>
internal static class WatchDecider
{
    public static IncidentDecision Urge(Incident incident, UrgeIncident command, IncidentContext context, DateTimeOffset now) =>
        WatcherOf(incident, command, context) is not { } by ? IncidentDecision.Refuse(IncidentRefusal.NotAboveHolder)
        : string.IsNullOrWhiteSpace(command.Reason) ? IncidentDecision.Refuse(IncidentRefusal.ReasonRequired)
        : IncidentDecision.Accept(new IncidentUrged(now, by, command.Reason));

    public static IncidentDecision Supervise(Incident incident, SuperviseIncident command, IncidentContext context, DateTimeOffset now) =>
        WatcherOf(incident, command, context) is not { } by ? IncidentDecision.Refuse(IncidentRefusal.NotAboveHolder)
        : incident.Supervisor == by.Post ? IncidentDecision.Nothing
        : IncidentDecision.Accept(new SupervisionTaken(now, by, by.Post!.Value));

    private static Actor? WatcherOf(Incident incident, PostCommand command, IncidentContext context)
    {
        var by = command.By ?? (context.Chain.NextAbove(incident.Holder.Tier) is { } above ? Actor.Of(above) : Actor.Of(incident.Holder));
        return HandlerRules.IsAboveHolder(incident, by, context.Chain) ? by : null;
    }
}
