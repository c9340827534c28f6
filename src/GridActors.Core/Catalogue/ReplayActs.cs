using System.Collections.Immutable;
using System.Text.Json;
using GridActors.Core.Contacts;
using GridActors.Core.Departments;
using GridActors.Core.Incidents;

namespace GridActors.Core.Catalogue;

/// <summary>What people did to an incident, read from its events, as the commands that it came from.</summary>
internal static class ReplayActs
{
    /// <summary>In order. What the clock did is left out, and so is what only followed from an act: the rules say again what follows.</summary>
    /// <param name="unknown">The kind of an event that stands for an act which cannot be done again here; null where there is none.</param>
    public static ImmutableArray<(DateTimeOffset At, IncidentCommand Command)> Of(ImmutableArray<IncidentEvent> events, out string? unknown)
    {
        var acts = ImmutableArray.CreateBuilder<(DateTimeOffset, IncidentCommand)>();
        unknown = null;
        for (var i = 0; i < events.Length; i++)
        {
            var change = events[i];
            if (change.By == Actor.Clock || IsConsequence(change, i == 0 ? null : events[i - 1]) || IsForTheRecord(change))
            {
                continue;
            }

            if (CommandOf(change) is not { } command)
            {
                unknown = JsonNamingPolicy.SnakeCaseLower.ConvertName(change.GetType().Name);
                return [];
            }

            acts.Add((change.At, command));
        }

        return acts.ToImmutable();
    }

    private static bool IsConsequence(IncidentEvent change, IncidentEvent? before) => change switch
    {
        AcceptClockRestarted or SupervisorNamed or EmergencyTaken or IncidentRaisedForDecision or TaskReworked => true,
        ResultSubmitted => change.By.Department is not null,
        IncidentClosed => before is IncidentHandledOnSpot or CheckPassed && before.At == change.At,
        _ => false,
    };

    /// <summary>Moves no deadline and no holder.</summary>
    private static bool IsForTheRecord(IncidentEvent change) =>
        change is NoteAdded or ContactShown or IncidentUrged or IncidentRated or ReporterJoined or ReporterLeft;

    private static IncidentCommand? CommandOf(IncidentEvent change) => change switch
    {
        IncidentReported e => new ReportIncident(e.Id, e.TrackingCode, e.Item.Code, e.Place, e.Content, RegionRevision: 0),
        IncidentHandledOnSpot { By.Worker: { } worker } e => new HandleOnSpot(worker, e.Result),
        IncidentAccepted e => new AcceptIncident(e.By),
        IncidentForwarded e => new ForwardIncident(e.Reason, e.By),
        IncidentSentDown e => new SendDownIncident(e.To.Tier, e.By),
        WorkerAssigned e => new AssignWorker(e.Worker, e.By),
        IncidentHandedOver e => new HandOverIncident(e.From, e.To, e.Reason),
        HandlingStarted e => new StartHandling(e.By),
        ResultSubmitted e => new SubmitResult(e.Result, e.By),
        CheckPassed e => new CheckResult(Passed: true, "", e.By),
        CheckFailed e => new CheckResult(Passed: false, e.Reason, e.By),
        IncidentClosed e => new CloseIncident(e.Outcome, e.By),
        IncidentVoided e => new VoidIncident(e.Reason, e.By),
        IncidentMerged e => new MergeIncident(e.Into, e.By),
        IncidentUnmerged e => new UnmergeIncident(e.By),
        _ => ControlOf(change),
    };

    private static IncidentCommand? ControlOf(IncidentEvent change) => change switch
    {
        IncidentDispatched e when e.Tasks.FirstOrDefault(t => t.IsLead) is { } lead =>
            new DispatchIncident(lead.Department, [.. e.Tasks.Where(t => !t.IsLead).Select(t => t.Department)], e.By),
        TaskAccepted e => new AcceptTask(e.Department),
        TaskReturned e => new ReturnTask(e.Department, e.Reason),
        TaskResultSubmitted e => new SubmitTaskResult(e.Department, e.Result),
        ExtensionAsked e => new AskExtension(e.Reason, e.By),
        ExtensionGranted e => new DecideExtension(IsGranted: true, "", e.By),
        ExtensionDenied e => new DecideExtension(IsGranted: false, e.Reason, e.By),
        SuspensionAsked e => new AskSuspension(e.Until, e.Reason, e.By),
        IncidentSuspended e => new DecideSuspension(IsGranted: true, "", e.By),
        SuspensionDenied e => new DecideSuspension(IsGranted: false, e.Reason, e.By),
        IncidentResumed e => new ResumeIncident(e.By),
        SupervisionTaken e => new SuperviseIncident(e.By),
        _ => null,
    };
}
