using GridActors.Core.Catalogue;
using GridActors.Core.Departments;
using GridActors.Core.Escalations;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.Incidents;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Catalogue;

/// <summary>A dry run does again what people did: under its own item every life comes to what it came to.</summary>
public sealed class DryRunActsTests
{
    private static readonly IncidentId _another = new(new Guid("01890a5d-ac96-774b-bcce-b302099a8058"));
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    private static readonly Dictionary<string, Func<Story>> _lives = new()
    {
        ["handled on the spot"] = () => Reported().Do(new HandleOnSpot(Wang, "Swept")),
        ["handled by a worker"] = () => Accepted().Do(new AssignWorker(Wang)).Do(new HandOverIncident(Wang, Li, "End of shift")).Do(new StartHandling(By(Li)))
            .After(_hour).Do(new SubmitResult("Replaced", By(Li))).Do(new CheckResult(false, "It rattles")).After(_hour).Do(new SubmitResult("Replaced again", By(Li)))
            .Do(new CheckResult(true, "")),
        ["handed up and sent down"] = () => Reported().Do(new ForwardIncident("Not ours")).After(TimeSpan.FromMinutes(5)).Do(new AcceptIncident())
            .Do(new SendDownIncident(Tier.Township)).Do(new SubmitResult("Done")).Do(new CloseIncident(IncidentOutcome.Unfounded)),
        ["void"] = () => Accepted().After(_hour).Do(new VoidIncident("A test")),
        ["merged and no duplicate after all"] = () => Reported().Do(new MergeIncident(_another)).After(_hour).Do(new UnmergeIncident()).Do(new AcceptIncident()),
        ["extended"] = () => Accepted().Do(new AskExtension("Rain")).Do(new DecideExtension(false, "No")).Do(new AskExtension("Rain")).After(_hour).Do(new DecideExtension(true, "")),
        ["suspended"] = () => Suspended().DeadlinePasses().After(_hour),
        ["resumed by hand"] = () => Suspended().After(_hour).Do(new ResumeIncident()),
        ["denied a suspension"] = () => Asked().Do(new DecideSuspension(false, "No")).After(_hour),
        ["dispatched"] = () => Dispatched(Fire).Do(new AcceptTask(Water)).After(_hour).Do(new ReturnTask(Fire, "No fire")).Do(new SubmitTaskResult(Water, "Done"))
            .Do(new CheckResult(false, "It drips")).After(_hour).Do(new SubmitTaskResult(Water, "Done again")).Do(new CloseIncident(IncidentOutcome.Resolved)),
        ["returned twice"] = () => Dispatched(Fire).Do(new ReturnTask(Water, "No")).Do(new ReturnTask(Fire, "No")).After(_hour).Do(new DispatchIncident(Housing, [])),
        ["overdue and watched"] = () => Accepted().DeadlinePasses().DeadlinePasses().Do(new SuperviseIncident(By(Prefecture))).DeadlinePasses(),
        ["an emergency taken"] = () => Reported(ItemOf(Tier.Village, new Limit(15, LimitUnit.Minute), new Limit(4, LimitUnit.UrgentHour), severity: Severity.S1))
            .Do(new AcceptIncident(By(County))).After(_hour),
        ["climbed"] = () => Reported().DeadlinePasses().DeadlinePasses().Do(new AcceptIncident()),
        ["spoken about"] = () => Closed().Do(new AddNote("Thanks")).Do(new RateIncident(TrackingCode.FromBits(1), 5, "Thanks")),
        ["joined and urged"] = () => Accepted().Do(new JoinReporter(_another, TrackingCode.FromBits(7))).Do(new UrgeIncident("Hurry")).Do(new LeaveReporter(_another)).After(_hour),
    };

    public static TheoryData<string> Lives => [.. _lives.Keys];

    [Theory]
    [MemberData(nameof(Lives))]
    public void Under_its_own_item_a_life_comes_to_what_it_came_to(string life)
    {
        var story = _lives[life]();
        var reported = Assert.IsType<IncidentReported>(story.Events[0]);

        var compared = Assert.IsType<Compared>(CatalogueDryRun.Compare([.. story.Events], story.Item, story.Item, World(story), story.Now));

        var incident = story.Incident;
        Assert.Equal(new Replayed(reported.AcceptDue.At, incident.AcceptEscalations, incident.HandleDue?.At, incident.IsOverdueAt(story.Now)), compared.Pinned);
        Assert.False(compared.Differs);
    }

    [Fact]
    public void What_no_command_is_known_for_is_named()
    {
        var story = Closed().Do(new ReopenIncident(TrackingCode.FromBits(1), "It rattles"));

        Assert.Equal(new NotReplayed("incident_reopened"), CatalogueDryRun.Compare([.. story.Events], story.Item, story.Item, World(story), story.Now));
    }

    [Fact]
    public void What_the_rules_refuse_under_the_draft_is_named()
    {
        var story = Suspended();
        var emergency = story.Item with { Severity = Severity.S1 };

        Assert.Equal(new NotReplayed("emergency"), CatalogueDryRun.Compare([.. story.Events], story.Item, emergency, World(story), story.Now));
    }

    private static Story Asked()
    {
        var story = Accepted().After(_hour);
        return story.Do(new AskSuspension(story.Now.AddDays(7), "The part has to be ordered"));
    }

    private static Story Suspended() => Asked().Do(new DecideSuspension(true, ""));

    private static ReplayWorld World(Story story) =>
        new(_ => story.Context.Chain, new CalendarHistory(new CalendarInForce(default, story.Calendar)), EscalationPolicy.Default, story.Context.Departments, story.ReporterRole);
}
