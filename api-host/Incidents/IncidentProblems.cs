using System.Diagnostics;
using GridActors.ApiHost.Json;
using GridActors.ApiHost.Problems;
using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Incidents;

/// <summary>Refusals of the rules as answers: 404 for what is not there, 412 for a stale version, 409 where the incident's state forbids it, 422 where the command does.</summary>
internal static class IncidentProblems
{
    public static ProblemResult Of(IncidentRefusal refusal)
    {
        var (status, detail) = Describe(refusal);
        return new ProblemResult(status, ApiJson.NameOf(refusal), detail);
    }

    /// <summary>Tells the requester why, and who is competent.</summary>
    public static ProblemResult Of(ReservedRequest reserved) => new(
        StatusCodes.Status422UnprocessableEntity,
        ApiJson.NameOf(IncidentRefusal.ReservedToAuthority),
        $"{reserved.ReasonEn} Competent is: {reserved.AuthorityEn}. {reserved.ReasonZh}（主管部门：{reserved.AuthorityZh}）");

    private static (int Status, string Detail) Describe(IncidentRefusal refusal) => refusal switch
    {
        IncidentRefusal.UnknownIncident => (StatusCodes.Status404NotFound, "There is no such incident."),
        IncidentRefusal.StaleVersion => (StatusCodes.Status412PreconditionFailed, "The incident has changed since the version that If-Match names; read it again."),
        IncidentRefusal.AlreadyAccepted => Conflict("The incident has been accepted already."),
        IncidentRefusal.AlreadyClosed => Conflict("The incident is closed."),
        IncidentRefusal.AlreadyHandled => Conflict("The incident has a result already; it waits for the check."),
        IncidentRefusal.NotAccepted => Conflict("The incident has to be accepted first."),
        IncidentRefusal.NotHandled => Conflict("The incident has no result yet."),
        IncidentRefusal.NoTierAbove => Conflict("The holder is at the top: there is no tier above it."),
        IncidentRefusal.NotHolder => Conflict("Only the post that holds the incident may do this."),
        IncidentRefusal.NotHandler => Conflict("Only the worker assigned, or the holder, may do this."),
        _ => (StatusCodes.Status422UnprocessableEntity, DescribeCommand(refusal)),
    };

    private static string DescribeCommand(IncidentRefusal refusal) => refusal switch
    {
        IncidentRefusal.UnknownItem => "The catalogue of this place has no such item.",
        IncidentRefusal.ReservedToAuthority => "Only a licensed authority may do this; it is not a matter for the grid service.",
        IncidentRefusal.IdempotencyKeyReused => "The Idempotency-Key was used for another report.",
        IncidentRefusal.CheckedByHandler => "Whoever handled the incident cannot check it.",
        IncidentRefusal.ReasonRequired => "A reason is needed.",
        IncidentRefusal.ResultRequired => "A result to give back is needed.",
        IncidentRefusal.NotACentre => "Only a centre (township, county, prefecture) sends an incident down.",
        IncidentRefusal.NotBelowHolder => "The tier named is not below the holder, or cannot hold this incident.",
        _ => throw new UnreachableException(refusal.ToString()),
    };

    private static (int Status, string Detail) Conflict(string detail) => (StatusCodes.Status409Conflict, detail);
}
