using GridActors.Core.Departments;

namespace GridActors.Core.Incidents;

/// <summary>Who carries a command out, as the deciders have it.</summary>
public static class CommandActors
{
    /// <summary>Whom the command itself names; null where it leaves that open, and for what needs nobody.</summary>
    public static Actor? Named(IncidentCommand command) => command switch
    {
        PostCommand c => c.By,
        HandleOnSpot c => Actor.Of(c.Worker),
        HandOverIncident c => Actor.Of(c.From),
        AcceptTask c => Actor.Of(c.Department),
        ReturnTask c => Actor.Of(c.Department),
        SubmitTaskResult c => Actor.Of(c.Department),
        _ => null,
    };

    /// <summary>Whom the command names, or who acts where it names nobody.</summary>
    public static Actor Of(Incident incident, IncidentCommand command, PostChain chain) => Named(command) ?? command switch
    {
        CheckResult => CheckerOf(incident, chain),
        UrgeIncident or SuperviseIncident => AboveHolder(incident, chain),
        AskExtension or AskSuspension => HandlerRules.HandlerOf(incident),
        DecideExtension when incident.Extension is { } asked => Actor.Of(HandlerRules.DecidingCentre(incident, asked.AskedBy, chain)),
        DecideSuspension when incident.Suspension is { } asked => Actor.Of(HandlerRules.DecidingCentre(incident, asked.AskedBy, chain)),
        ResumeIncident => Actor.Of(HandlerRules.DecidingCentre(incident, Actor.Requester, chain)),
        PostCommand => Actor.Of(incident.Holder),
        ReportIncident or RateIncident or ReopenIncident or AddRequesterNote => Actor.Requester,
        _ => Actor.Clock,
    };

    private static Actor CheckerOf(Incident incident, PostChain chain)
    {
        var holder = Actor.Of(incident.Holder);
        return HandlerRules.DidTheWork(incident, holder) ? AboveHolder(incident, chain) : holder;
    }

    private static Actor AboveHolder(Incident incident, PostChain chain) => Actor.Of(chain.NextAbove(incident.Holder.Tier) ?? incident.Holder);
}
