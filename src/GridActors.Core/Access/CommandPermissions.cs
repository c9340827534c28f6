using GridActors.Core.Contacts;
using GridActors.Core.Departments;
using GridActors.Core.Incidents;

namespace GridActors.Core.Access;

/// <summary>Which permission each command of an incident asks for.</summary>
public static class CommandPermissions
{
    /// <returns>Null for what only the platform itself does, and for a command that is not listed here.</returns>
    public static Permission? Of(IncidentCommand command) => command switch
    {
        // With the tracking code, which only the requester has.
        ReportIncident or RateIncident or ReopenIncident or AddRequesterNote => Permission.Report,
        AcceptTask or ReturnTask or SubmitTaskResult => Permission.AnswerTasks,
        ShowContact => Permission.ReadContacts,
        AcceptIncident or SubmitResult or HandleOnSpot or HandOverIncident => Permission.HandleIncidents,
        StartHandling or AddNote or AskExtension or AskSuspension => Permission.WorkOnIncidents,
        ForwardIncident or SendDownIncident or AssignWorker or DispatchIncident or CheckResult or CloseIncident or VoidIncident
            or DecideExtension or DecideSuspension or ResumeIncident or UrgeIncident or SuperviseIncident
            or MergeIncident or UnmergeIncident or JoinReporter or LeaveReporter => Permission.DirectIncidents,
        _ => null,
    };
}
