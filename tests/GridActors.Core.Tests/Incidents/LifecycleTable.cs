using System.Text;
using GridActors.Core.Contacts;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Incidents;

/// <summary>The lifecycle as one table, asked of the decider: what each command does to an incident in each phase.</summary>
internal static class LifecycleTable
{
    private static readonly (string Name, Func<Story> Tell)[] _phases =
    [
        ("none", () => new Story()),
        ("Reported", () => Reported()),
        ("Accepted", Story.Accepted),
        ("Dispatched", () => Story.Dispatched()),
        ("Handling", () => Story.Accepted().Do(new StartHandling())),
        ("Suspended", () => Story.Accepted().Do(new AskSuspension(new Story().Now.AddDays(3), "Parts")).Do(new DecideSuspension(true, ""))),
        ("Handled", Story.Handled),
        ("Closed", Story.Closed),
    ];

    private static readonly Func<Story, IncidentCommand>[] _commands =
    [
        s => s.Report(),
        _ => new HandleOnSpot(Wang, "Done"),
        _ => new AcceptIncident(),
        _ => new ForwardIncident("Not ours"),
        _ => new SendDownIncident(Tier.Village),
        _ => new AssignWorker(Wang),
        s => new HandOverIncident(s.State?.Handler ?? Wang, Li, "End of shift"),
        _ => new StartHandling(),
        _ => new DispatchIncident(Housing, []),
        _ => new AcceptTask(Water),
        _ => new ReturnTask(Water, "Not ours"),
        _ => new SubmitTaskResult(Water, "Done"),
        _ => new SubmitResult("Done"),
        _ => new CheckResult(true, ""),
        _ => new CloseIncident(IncidentOutcome.Resolved),
        _ => new VoidIncident("A test"),
        _ => new AskExtension("Rain"),
        _ => new DecideExtension(true, ""),
        s => new AskSuspension(s.Now.AddDays(1), "Parts"),
        _ => new DecideSuspension(true, ""),
        _ => new ResumeIncident(),
        _ => new UrgeIncident("Hurry"),
        _ => new SuperviseIncident(),
        _ => new AddNote("A remark"),
        s => new AddRequesterNote(s.State?.TrackingCode ?? default, "A remark"),
        _ => new ShowContact("To ask where the lid is"),
        s => new RateIncident(s.State?.TrackingCode ?? default, 5, ""),
        s => new ReopenIncident(s.State?.TrackingCode ?? default, "Not fixed"),
        _ => new MergeIncident(new IncidentId(Guid.Empty)),
        _ => new UnmergeIncident(),
        _ => new JoinReporter(new IncidentId(Guid.Empty), TrackingCode.FromBits(5)),
        _ => new LeaveReporter(new IncidentId(Guid.Empty)),
        _ => new RefileIncident(new ReportedPlace([GridCode.Parse("652301001001009")], DivisionCode.Parse(County.PlaceCode), null), DivisionCode.Parse(Village.PlaceCode), 1),
        s => new DeadlineReached(PastDeadline(s)),
        _ => new CalendarPublished(),
    ];

    public static IEnumerable<Type> Commands => _commands.Select(c => c(Reported()).GetType());

    public static string Write()
    {
        var text = new StringBuilder();
        text.Append("| command |").AppendJoin(" |", _phases.Select(p => $" {p.Name}")).Append(" |\n");
        text.Append("| --- |").Insert(text.Length, " --- |", _phases.Length).Append('\n');
        foreach (var command in _commands)
        {
            text.Append("| ").Append(command(Reported()).GetType().Name).Append(" |");
            text.AppendJoin(" |", _phases.Select(p => $" {OutcomeOf(p.Tell(), command)}")).Append(" |\n");
        }

        return text.ToString();
    }

    private static string OutcomeOf(Story story, Func<Story, IncidentCommand> command)
    {
        var (before, answer) = (story.State?.Phase, story.Try(command(story)).Answer);
        return answer.Refusal is { } refusal ? refusal.ToString()
            : answer.Events.IsEmpty ? "nothing"
            : story.Incident.Phase == before ? "**done**"
            : $"**{story.Incident.Phase}**";
    }

    /// <summary>Its deadline, once it has passed; any instant where it waits for none.</summary>
    private static DateTimeOffset PastDeadline(Story story)
    {
        if (story.State?.NextDeadline is not { } deadline)
        {
            return DateTimeOffset.UnixEpoch;
        }

        story.At(deadline.DueAt.AddMilliseconds(1));
        return deadline.DueAt;
    }
}
