using GridActors.Core.Incidents;

namespace GridActors.Core.Contacts;

/// <summary>Whether a contact is shown. At any time: the result is given back after the close.</summary>
internal static class ContactDecider
{
    public static IncidentDecision Show(Incident incident, ShowContact command, DateTimeOffset now)
    {
        var by = command.By ?? Actor.Of(incident.Holder);
        return !(by.Post is { } post && ContactRules.ReadersOf(incident.Holder).Contains(post)) ? IncidentDecision.Refuse(IncidentRefusal.NotHolder)
            : string.IsNullOrWhiteSpace(command.Purpose) ? IncidentDecision.Refuse(IncidentRefusal.PurposeRequired)
            : IncidentDecision.Accept(new ContactShown(now, by, command.Purpose));
    }
}
