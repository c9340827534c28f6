using GridActors.ApiHost.Problems;
using GridActors.Contracts.Incidents;
using GridActors.Core.Incidents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridActors.ApiHost.Incidents;

/// <summary>What became of a command as an answer: the incident as it is now, or why the rules refuse.</summary>
internal static class IncidentAnswers
{
    public static Results<Ok<IncidentResource>, ProblemResult> Of(IncidentReply reply, HttpContext http, TimeProvider clock)
    {
        if (reply is not { Refusal: null, Incident: { } incident })
        {
            return IncidentProblems.Of(reply.Refusal ?? IncidentRefusal.UnknownIncident);
        }

        http.Response.Headers.ETag = EntityTags.Of(incident.Version);
        return TypedResults.Ok(IncidentResource.Of(incident, clock.GetUtcNow()));
    }
}
