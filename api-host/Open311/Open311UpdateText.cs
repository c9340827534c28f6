using GridActors.Core.Departments;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Open311;

/// <summary>What happened, in words for the public. Events without any are no update.</summary>
internal static class Open311UpdateText
{
    /// <param name="after">The incident once it had happened.</param>
    /// <returns>Null for what does not concern the requester, and for the report itself.</returns>
    public static string? Of(IncidentEvent change, Incident after, Open311Language language) => change switch
    {
        IncidentClosed or IncidentVoided or IncidentMerged => Open311Text.ClosedOf(after, language),
        _ => TextOf(change) is (var zh, var en) ? language.Choose(zh, en) : null,
    };

    private static (string Zh, string En)? TextOf(IncidentEvent change) => change switch
    {
        IncidentAccepted => ("已受理。", "Accepted."),
        IncidentEscalated => ("逾期未受理，已上转。", "Nobody accepted it in time: it moved up."),
        IncidentForwarded => ("已上交。", "Handed up."),
        IncidentSentDown => ("已交办。", "Sent down."),
        IncidentRefiled => ("网格变更，已归入新网格。", "Its grid changed: it is filed at its new place."),
        EmergencyTaken => ("突发事件，已接手。", "An emergency: somebody has taken it on."),
        HandlingStarted => ("开始处置。", "Work has begun."),
        ResultSubmitted => ("已处置，等待核查。", "It is done; somebody else looks whether it is well done."),
        CheckFailed => ("核查未通过，继续处置。", "The check failed: work goes on."),
        _ => TextOfDepartments(change) ?? TextOfTime(change),
    };

    private static (string Zh, string En)? TextOfDepartments(IncidentEvent change) => change switch
    {
        IncidentDispatched => ("已派遣联动部门。", "Dispatched to departments."),
        TaskAccepted => ("联动部门已签收。", "A department has taken it on."),
        TaskReturned => ("联动部门已退回。", "A department has returned it."),
        TaskResultSubmitted => ("联动部门已反馈结果。", "A department has said what it did."),
        IncidentRaisedForDecision => ("已提请上级裁定。", "A centre above decides who handles it."),
        _ => null,
    };

    private static (string Zh, string En)? TextOfTime(IncidentEvent change) => change switch
    {
        IncidentOverdue => ("处置超期。", "It is overdue."),
        ExtensionGranted => ("已延期。", "More time was granted."),
        IncidentSuspended => ("已挂账。", "It waits; its clocks stand still."),
        IncidentResumed => ("已恢复处置。", "Its clocks go on."),
        IncidentReopened => ("反映未解决，已重启。", "Said to be not fixed: open again."),
        IncidentUnmerged => ("并非重复上报，重新受理。", "It was not reported before: open again."),
        _ => null,
    };
}
