using GridActors.ApiHost.Access;
using GridActors.ApiHost.Problems;
using GridActors.Contracts.Incidents;
using GridActors.Core.Incidents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridActors.ApiHost.Incidents;

/// <summary>What became of a command as an answer: the incident as it is now, or why the rules refuse.</summary>
internal static class IncidentAnswers
{
    /// <param name="shown">The tracking code by which the caller speaks; null where it needs none.</param>
    public static Results<Ok<IncidentResource>, ProblemResult> Of(IncidentReply reply, HttpContext http, TimeProvider clock, TrackingCode? shown = null)
    {
        if (reply is not { Refusal: null, Incident: { } incident })
        {
            return IncidentProblems.Of(reply.Refusal ?? IncidentRefusal.UnknownIncident);
        }

        http.Response.Headers.ETag = EntityTags.Of(incident.Version);
        return TypedResults.Ok(http.Show(incident, clock.GetUtcNow(), shown));
    }

    /// <summary>The incident as far as the caller may see it: everybody may report, and not everybody may read what became of it.</summary>
    /// <param name="shown">The tracking code by which the caller speaks; null where it has reported the incident, or may do something about it.</param>
    public static IncidentResource Show(this HttpContext http, Incident incident, DateTimeOffset now, TrackingCode? shown = null)
    {
        var whole = IncidentResource.Of(incident, now);
        return http.MayRead(incident) ? whole
            : shown is { } code ? whole.ForRequester(code)
            : whole.ForReporter();
    }
}
