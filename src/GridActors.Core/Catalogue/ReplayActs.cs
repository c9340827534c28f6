using System.Collections.Immutable;
using System.Text.Json;
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
            if (change.By == Actor.Clock || IsConsequence(change, i == 0 ? null : events[i - 1]))
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
        AcceptClockRestarted or SupervisorNamed => true,
        IncidentClosed => before is IncidentHandledOnSpot or CheckPassed && before.At == change.At,
        _ => false,
    };

    private static IncidentCommand? CommandOf(IncidentEvent change) => change switch
    {
        IncidentReported e => new ReportIncident(e.Id, e.TrackingCode, e.Item.Code, e.Place, e.Content, RegionRevision: 0),
        IncidentHandledOnSpot { By.Worker: { } worker } e => new HandleOnSpot(worker, e.Result),
        IncidentAccepted e => new AcceptIncident(e.By),
        IncidentForwarded e => new ForwardIncident(e.Reason, e.By),
        IncidentSentDown e => new SendDownIncident(e.To.Tier, e.By),
        WorkerAssigned e => new AssignWorker(e.Worker, e.By),
        HandlingStarted e => new StartHandling(e.By),
        ResultSubmitted e => new SubmitResult(e.Result, e.By),
        CheckPassed e => new CheckResult(Passed: true, "", e.By),
        CheckFailed e => new CheckResult(Passed: false, e.Reason, e.By),
        IncidentClosed e => new CloseIncident(e.Outcome, e.By),
        IncidentVoided e => new VoidIncident(e.Reason, e.By),
        _ => null,
    };
}
