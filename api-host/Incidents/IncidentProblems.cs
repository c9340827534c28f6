using System.Diagnostics;
using GridActors.ApiHost.Json;
using GridActors.ApiHost.Problems;
using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Incidents;

/// <summary>Refusals of the rules as answers: 403 for what the caller may not do, 404 for what is not there, 412 for a stale version, 409 where the incident's state forbids it, 422 where the command does.</summary>
internal static class IncidentProblems
{
    public static ProblemResult Of(IncidentRefusal refusal)
    {
        // Nothing tells an incident that does not concern the caller from one that is not there.
        var told = refusal is IncidentRefusal.OutsideJurisdiction ? IncidentRefusal.UnknownIncident : refusal;
        var (status, detail) = Describe(told);
        return new ProblemResult(status, ApiJson.NameOf(told), detail);
    }

    /// <summary>Tells the requester why, and who is competent.</summary>
    public static ProblemResult Of(ReservedRequest reserved) => new(
        StatusCodes.Status422UnprocessableEntity,
        ApiJson.NameOf(IncidentRefusal.ReservedToAuthority),
        $"{reserved.ReasonEn} Competent is: {reserved.AuthorityEn}. {reserved.ReasonZh}（主管部门：{reserved.AuthorityZh}）");

    private static (int Status, string Detail) Describe(IncidentRefusal refusal) => refusal switch
    {
        IncidentRefusal.UnknownIncident => (StatusCodes.Status404NotFound, "There is no such incident."),
        IncidentRefusal.NotPermitted => (StatusCodes.Status403Forbidden, "None of your grants allows this here."),
        IncidentRefusal.NotSpeaker => (StatusCodes.Status403Forbidden, "You may not act for whoever is named, or for whoever acts where nobody is named."),
        IncidentRefusal.StaleVersion => (StatusCodes.Status412PreconditionFailed, "The incident has changed since the version that If-Match names; read it again."),
        IncidentRefusal.AlreadyAccepted => Conflict("The incident has been accepted already."),
        IncidentRefusal.AlreadyClosed => Conflict("The incident is closed."),
        IncidentRefusal.AlreadyHandled => Conflict("The incident has a result already; it waits for the check."),
        IncidentRefusal.NotAccepted => Conflict("The incident has to be accepted first."),
        IncidentRefusal.NotHandled => Conflict("The incident has no result yet."),
        IncidentRefusal.NoTierAbove => Conflict("The holder is at the top: there is no tier above it."),
        IncidentRefusal.NotHolder => Conflict("Only the post that holds the incident may do this."),
        IncidentRefusal.NotHandler => Conflict("Only the worker assigned, or the holder, may do this."),
        IncidentRefusal.Suspended => Conflict("The incident is suspended: every clock stands still until its date, or until a centre resumes it."),
        IncidentRefusal.Emergency => Conflict("The clock of an emergency neither stops nor gets longer."),
        IncidentRefusal.NotDecider => Conflict("Only a centre at or above the holder decides, and never the one that asked."),
        IncidentRefusal.NothingAsked => Conflict("Nobody has asked for it."),
        IncidentRefusal.AlreadyAsked => Conflict("It has been asked for already and waits for a decision."),
        IncidentRefusal.AlreadyOverdue => Conflict("The incident is overdue: it can be asked for and granted only before the deadline."),
        IncidentRefusal.ExtendedTwice => Conflict("It was extended twice already."),
        IncidentRefusal.SuspendedOnce => Conflict("It was suspended once already."),
        IncidentRefusal.NotSuspended => Conflict("The incident is not suspended."),
        _ => DescribeDepartments(refusal),
    };

    private static (int Status, string Detail) DescribeDepartments(IncidentRefusal refusal) => refusal switch
    {
        IncidentRefusal.NotAboveHolder => Conflict("Only a tier above the holder, on this incident's chain, may do this."),
        IncidentRefusal.NoOpenTask => Conflict("The department has no task here, or has answered it."),
        IncidentRefusal.DecisionBinds => Conflict("It was returned twice: the decision of the centre binds."),
        IncidentRefusal.NotRequester => Conflict("This is not the tracking code of the incident."),
        IncidentRefusal.NotClosed => Conflict("The incident is not closed yet."),
        IncidentRefusal.AlreadyRated => Conflict("The incident has been rated already."),
        IncidentRefusal.ReopenWindowPassed => Conflict("It was closed too long ago to be opened again; report it anew."),
        IncidentRefusal.NotReopenable => Conflict("It was void or a duplicate; report it anew."),
        IncidentRefusal.HasReporters => Conflict("Other reporters wait for it: merge the other incident into this one."),
        IncidentRefusal.NotMerged => Conflict("The incident was not merged into another."),
        _ => (StatusCodes.Status422UnprocessableEntity, DescribeCommand(refusal)),
    };

    private static string DescribeCommand(IncidentRefusal refusal) => refusal switch
    {
        IncidentRefusal.UnknownItem => "The catalogue of this place has no such item.",
        IncidentRefusal.ReservedToAuthority => "Only a licensed authority may do this; it is not a matter for the grid service.",
        IncidentRefusal.IdempotencyKeyReused => "The Idempotency-Key was used for another report or command.",
        IncidentRefusal.CheckedByHandler => "Whoever handled the incident cannot check it.",
        IncidentRefusal.ReasonRequired => "A reason is needed.",
        IncidentRefusal.ResultRequired => "A result to give back is needed.",
        IncidentRefusal.NotACentre => "Only a centre (township, county, prefecture) sends an incident down.",
        IncidentRefusal.NotBelowHolder => "The tier named is not below the holder, or cannot hold this incident.",
        IncidentRefusal.TextRequired => "A text is needed.",
        IncidentRefusal.SkipsTiers => "Only an emergency skips tiers.",
        IncidentRefusal.UntilOutOfRange => "A suspension ends after now and within a year.",
        IncidentRefusal.UnknownDepartment => "There is no such department in this county or township.",
        IncidentRefusal.DepartmentTwice => "A department is named twice.",
        IncidentRefusal.ScoreOutOfRange => "A score is 1 to 5.",
        IncidentRefusal.SameIncident => "An incident cannot be merged into itself.",
        IncidentRefusal.PurposeRequired => "A contact is shown for a purpose: say which.",
        IncidentRefusal.NotOversight => "Only a complaint or an appeal says whom it is about.",
        _ => throw new UnreachableException(refusal.ToString()),
    };

    private static (int Status, string Detail) Conflict(string detail) => (StatusCodes.Status409Conflict, detail);
}
