using GridActors.Core.Contacts;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Incidents;

/// <summary>What a requester is told about what comes next.</summary>
internal static class TrackText
{
    public static NextStepResource? NextOf(Incident incident, TimeSpan reopenWindow) => incident switch
    {
        { Phase: IncidentPhase.Reported } => new("accept", incident.AcceptDue.At, incident.AcceptDue.IsProvisional, "Somebody has to accept it, or it moves up.", "等待受理,逾期将上转。"),
        { Phase: IncidentPhase.Suspended, Suspension.Until: var until } => new("resume", until, false, "It waits; the clocks go on at this date.", "已挂账,到期后继续处置。"),
        { Phase: IncidentPhase.Handled } => new("check", incident.HandleDue?.At, incident.IsProvisional, "It is done; somebody else looks whether it is well done.", "已处置,等待核查。"),
        { IsOpen: true } => new("handle", incident.HandleDue?.At, incident.IsProvisional, "It is being handled.", "正在处置。"),
        { Outcome: IncidentOutcome.Resolved or IncidentOutcome.Unfounded, Rating: null } =>
            new("rate", incident.ClosedAt + reopenWindow, false, "Closed. Rate it, or say that it is not fixed, until then.", "已结案。可在期限内评价或申请重启。"),
        _ => null,
    };

    /// <summary>Kinds that concern the requester; who pressed for what and who asked for more time is between the offices.</summary>
    public static bool IsForRequesters(IncidentEvent change) => change
        is not (NoteAdded or ContactShown or HandlerReminded or AcceptanceReminded or OverdueReminded or IncidentUrged or SupervisionTaken or SupervisorNamed
            or AcceptClockRestarted or AcceptDueRecomputed or HandleDueRecomputed or ExtensionAsked or ExtensionDenied or SuspensionAsked
            or SuspensionDenied or ReporterJoined or ReporterLeft or WorkerAssigned);
}
