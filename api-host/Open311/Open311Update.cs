using System.Collections.Immutable;
using GridActors.ApiHost.Incidents;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Open311;

/// <summary>One event of an incident as an update of a request.</summary>
/// <param name="Version">Of the incident, once it had happened.</param>
/// <param name="Kind">As in the timeline of an incident.</param>
/// <param name="IsOpen">Whether the incident was open afterwards.</param>
/// <param name="Text">For the public.</param>
internal sealed record Open311Update(string Id, TrackingCode Code, int Version, DateTimeOffset At, string Kind, bool IsOpen, string Text)
{
    /// <summary>Ids are for good: an update is named after the request and the version, of the request itself or of the one that it was merged into.</summary>
    public static string IdOf(TrackingCode code, Incident on) =>
        on.TrackingCode == code ? $"{code}-{on.Version}" : $"{code}-merged-{on.Version}";

    /// <summary>What of an incident's events concerns its requester, oldest first.</summary>
    public static ImmutableArray<Open311Update> ListOf(ImmutableArray<IncidentEvent> events, Open311Language language)
    {
        var updates = ImmutableArray.CreateBuilder<Open311Update>();
        Incident? incident = null;
        foreach (var change in events)
        {
            incident = IncidentEvolution.Evolve(incident, change);
            if (Open311UpdateText.Of(change, incident, language) is { } text)
            {
                updates.Add(new Open311Update(IdOf(incident.TrackingCode, incident), incident.TrackingCode, incident.Version, change.At, TimelineEntry.KindOf(change), incident.IsOpen, text));
            }
        }

        return updates.ToImmutable();
    }

    public Open311Value.Fields Write() => new Open311Fields()
        .Add("update_id", Id)
        .Add(Open311Requests.Id, Code.ToString())
        .Add("status", IsOpen ? "OPEN" : "CLOSED")
        .Add("updated_datetime", At)
        .Add("description", Text)
        .Add("media_url", (string?)null)
        .Build();
}
