using System.Text.Json;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.ApiHost.Incidents;

/// <summary>One event of an incident.</summary>
/// <param name="Version">Of the incident, once it had happened.</param>
/// <param name="Kind">What happened, such as reported, accepted, escalated.</param>
/// <param name="By">Who did it: <c>post:</c> and a place code, <c>worker:</c> and a badge number, <c>requester</c> or <c>clock</c>.</param>
/// <param name="Data">What this kind of event has to say besides.</param>
public sealed record TimelineEntry(int Version, string Kind, DateTimeOffset At, Actor By, JsonElement Data)
{
    /// <remarks>Who reported is between the requester and the platform: the timeline says "requester", and no more.</remarks>
    public static TimelineEntry Of(IncidentEvent change, int version) =>
        new(version, KindOf(change), change.At, change is IncidentReported ? Actor.Requester : change.By, TimelineData.Write(change));

    /// <summary>The stored kind without its family and its format: <c>incident.accepted.v1</c> is <c>accepted</c>.</summary>
    public static string KindOf(IncidentEvent change) => IncidentEventKinds.KindOf(change).Split('.')[1];
}
