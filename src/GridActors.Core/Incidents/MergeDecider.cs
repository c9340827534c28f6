namespace GridActors.Core.Incidents;

/// <summary>
/// Many reporters, one incident (DOMAIN 5). Two incidents take part and each decides for itself: the one that stays is told
/// first (<see cref="JoinReporter"/>), the duplicate closes second (<see cref="MergeIncident"/>); for an un-merge the other way round.
/// Every step can be repeated, so a caller that was interrupted begins again.
/// </summary>
internal static class MergeDecider
{
    public static IncidentDecision Merge(Incident incident, MergeIncident command, Actor by, DateTimeOffset now) =>
        incident.MergedInto == command.Into ? IncidentDecision.Nothing
        : !incident.IsOpen ? IncidentDecision.Refuse(IncidentRefusal.AlreadyClosed)
        : incident.Phase == IncidentPhase.Handled ? IncidentDecision.Refuse(IncidentRefusal.AlreadyHandled)
        : !HandlerRules.ActsForHolder(incident, by) ? IncidentDecision.Refuse(IncidentRefusal.NotHolder)
        : command.Into == incident.Id ? IncidentDecision.Refuse(IncidentRefusal.SameIncident)
        : !incident.JoinedReporters.IsEmpty ? IncidentDecision.Refuse(IncidentRefusal.HasReporters)
        : IncidentDecision.Accept(new IncidentMerged(now, by, command.Into));

    public static IncidentDecision Unmerge(Incident incident, Actor by, IncidentContext context, DateTimeOffset now) =>
        incident.MergedInto is not { } from ? IncidentDecision.Refuse(IncidentRefusal.NotMerged)
        : !HandlerRules.ActsForHolder(incident, by) ? IncidentDecision.Refuse(IncidentRefusal.NotHolder)
        : IncidentDecision.Accept(new IncidentUnmerged(now, by, from, context.Calendar.Add(now, incident.Item.AcceptLimit)));

    public static IncidentDecision Join(Incident incident, JoinReporter command, Actor by, DateTimeOffset now) =>
        incident.JoinedReporters.Any(j => j.Incident == command.From) ? IncidentDecision.Nothing
        : !incident.IsOpen ? IncidentDecision.Refuse(IncidentRefusal.AlreadyClosed)
        : command.From == incident.Id ? IncidentDecision.Refuse(IncidentRefusal.SameIncident)
        : IncidentDecision.Accept(new ReporterJoined(now, by, command.From, command.TrackingCode));

    /// <summary>Also once closed: what was merged by mistake leaves whenever that is seen.</summary>
    public static IncidentDecision Leave(Incident incident, LeaveReporter command, Actor by, DateTimeOffset now) =>
        incident.JoinedReporters.Any(j => j.Incident == command.From)
            ? IncidentDecision.Accept(new ReporterLeft(now, by, command.From))
            : IncidentDecision.Nothing;
}
