using GridActors.Core.Incidents;

namespace GridActors.Hosting.Incidents;

/// <summary>Whom a complaint or an appeal is about, and the place that follows from it: its floor lies above them.</summary>
public sealed record ReportedSubject(IncidentSubject Subject, ReportedPlace Place)
{
    /// <summary>An appeal goes to the tier above the one that held the incident, at the top to the top itself (DOMAIN 9).</summary>
    public static ReportedSubject Appeal(Incident incident)
    {
        var floor = incident.Holder.Tier == Tier.Prefecture ? Tier.Prefecture : incident.Holder.Tier + 1;
        return new ReportedSubject(new IncidentSubject(incident.Id, null), incident.Place with { Floor = floor });
    }
}
