using GridActors.ApiHost.Problems;
using GridActors.Contracts.Incidents;
using GridActors.Core.Incidents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridActors.ApiHost.Incidents;

/// <summary>What became of a command as an answer: the incident as it is now, or why the rules refuse.</summary>
internal static class IncidentAnswers
{
    public static Results<Ok<IncidentResource>, ProblemResult> Of(IncidentReply reply, TimeProvider clock) =>
        reply is { Refusal: null, Incident: { } incident }
            ? TypedResults.Ok(IncidentResource.Of(incident, clock.GetUtcNow()))
            : IncidentProblems.Of(reply.Refusal ?? IncidentRefusal.UnknownIncident);
}
