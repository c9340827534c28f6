using GridActors.Core.Access;
using GridActors.Core.Departments;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.Incidents;
using static GridActors.Core.Tests.Incidents.Story;

namespace GridActors.Core.Tests.Access;

/// <summary>Who may read an incident, do something to it, and speak for whom.</summary>
public sealed class IncidentJurisdictionTests
{
    private const string Neighbour = "652301002";

    private static Caller TownshipOperator => Callers.Operator("652301001");

    private static Caller GridWorker => Callers.Worker(Wang, Story.Grid.PlaceCode);

    [Theory]
    [InlineData("", true)]
    [InlineData("6523", true)]
    [InlineData("652301", true)]
    [InlineData("652301001", true)]
    [InlineData("652301001001", true)]
    [InlineData("652301001001001", true)]
    [InlineData("652302", false)]
    [InlineData(Neighbour, false)]
    [InlineData("652301001002", false)]
    [InlineData("652301001001002", false)]
    public void A_place_sees_what_lies_below_it(string scope, bool isSeen)
    {
        var incident = Story.Reported().Incident;

        Assert.All((CallerRole[])[CallerRole.CentreOperator, CallerRole.Supervisor, CallerRole.Auditor], role => Assert.Equal(isSeen, Reads(Callers.With(role, scope), incident)));
    }

    [Theory]
    [InlineData(CallerRole.Requester)]
    [InlineData(CallerRole.Administrator)]
    [InlineData(CallerRole.Department)]
    public void Whoever_has_no_business_with_incidents_sees_none(CallerRole role) => Assert.False(Reads(Callers.With(role, ""), Story.Reported().Incident));

    [Fact]
    public void A_place_across_the_boundary_sees_it_too()
    {
        var story = new Story { Grids = [GridCode.Parse("652301001001001"), GridCode.Parse("652301002001001")] };
        var incident = story.Do(story.Report()).Incident;

        Assert.True(Reads(Callers.Operator(Neighbour), incident));
        Assert.True(Reads(Callers.Worker(Li, "652301002001001"), incident));
        Assert.False(Reads(Callers.Operator("652301003"), incident));
    }

    [Fact]
    public void What_no_grid_contains_is_the_countys_and_no_township_or_worker_sees_it()
    {
        var story = new Story { Grids = [] };
        var incident = story.Do(story.Report()).Incident;

        Assert.True(Reads(Callers.Operator("652301"), incident));
        Assert.False(Reads(TownshipOperator, incident));
        Assert.False(Reads(Callers.Worker(Wang, ""), incident));
    }

    [Fact]
    public void A_worker_sees_what_it_handles_wherever_that_is()
    {
        var elsewhere = Callers.Worker(Li, "652301009001001");
        var assigned = Story.Accepted().Do(new AssignWorker(Li));

        Assert.True(Reads(elsewhere, assigned.Incident));
        Assert.False(Reads(elsewhere, assigned.Do(new AssignWorker(Wang)).Incident));
    }

    [Fact]
    public void A_department_sees_what_it_has_a_task_of()
    {
        var dispatched = Story.Dispatched(Housing).Incident;

        Assert.True(Reads(Callers.Department(Water), dispatched));
        Assert.True(Reads(Callers.Department(Housing), dispatched));
        Assert.False(Reads(Callers.Department(Fire), dispatched));
        Assert.False(Reads(Callers.Department(Water), Story.Accepted().Incident));
    }

    [Theory]
    [InlineData(Tier.Village, "652301001001")]
    [InlineData(Tier.Township, "652301001")]
    [InlineData(Tier.County, "652301")]
    [InlineData(Tier.Prefecture, "6523")]
    public void Oversight_is_seen_from_its_floor_up(Tier floor, string lowest)
    {
        var incident = Oversight(floor).Incident;
        string[] scopes = ["652301001001001", "652301001001", "652301001", "652301", "6523", ""];

        Assert.Equal(scopes.Where(s => s.Length <= lowest.Length), scopes.Where(s => Reads(Callers.Operator(s), incident)));
    }

    [Fact]
    public void Neither_a_worker_nor_a_department_sees_oversight_whatever_it_has_to_do_with_it()
    {
        var incident = Oversight(Tier.County).Do(new AcceptIncident()).Do(new AssignWorker(Wang)).Incident;
        var dispatched = Oversight(Tier.County).Do(new AcceptIncident()).Do(new DispatchIncident(Water, [])).Incident;

        Assert.False(Reads(Callers.Worker(Wang, "", Story.Grid.PlaceCode), incident));
        Assert.False(Reads(Callers.Department(Water), dispatched));
    }

    [Fact]
    public void Outside_everything_is_refused_in_the_same_way()
    {
        var access = IncidentAccess.Of(Story.Accepted().Incident);
        var outsider = Authority.Of(Callers.Operator(Neighbour));
        IncidentCommand[] commands = [new AcceptIncident(), new CloseIncident(IncidentOutcome.Resolved, By(Township)), new AcceptTask(Water), new HandleOnSpot(Wang, "Done")];

        Assert.All(commands, c => Assert.Equal(IncidentRefusal.OutsideJurisdiction, IncidentJurisdiction.RefusalOf(outsider, access, c)));
        Assert.All(commands, c => Assert.Equal(IncidentRefusal.OutsideJurisdiction, IncidentJurisdiction.RefusalOf(Authority.Nobody, access, c)));
        Assert.All(commands, c => Assert.Null(IncidentJurisdiction.RefusalOf(Authority.System, access, c)));
    }

    [Fact]
    public void A_worker_handles_and_does_not_direct()
    {
        var incident = Story.Accepted().Incident;

        Assert.Null(Refused(GridWorker, incident, new StartHandling(By(Wang))));
        Assert.Null(Refused(GridWorker, incident, new SubmitResult("Done", By(Wang))));
        Assert.Equal(IncidentRefusal.NotPermitted, Refused(GridWorker, incident, new AssignWorker(Li)));
        Assert.Equal(IncidentRefusal.NotPermitted, Refused(GridWorker, incident, new VoidIncident("No")));
    }

    [Fact]
    public void A_supervisor_changes_nothing() => Assert.All(
        (CallerRole[])[CallerRole.Supervisor, CallerRole.Auditor],
        role => Assert.Equal(IncidentRefusal.NotPermitted, Refused(Callers.With(role, "6523"), Story.Accepted().Incident, new AddNote("Seen"))));

    [Fact]
    public void A_department_answers_for_itself_alone()
    {
        var incident = Story.Dispatched(Housing).Incident;
        var water = Callers.Department(Water);

        Assert.Null(Refused(water, incident, new AcceptTask(Water)));
        Assert.Null(Refused(water, incident, new AskExtension("Pipes", Actor.Of(Water))));
        Assert.Equal(IncidentRefusal.NotSpeaker, Refused(water, incident, new AcceptTask(Housing)));
        Assert.Equal(IncidentRefusal.NotPermitted, Refused(water, incident, new CloseIncident(IncidentOutcome.Resolved)));
        Assert.Equal(IncidentRefusal.NotPermitted, Refused(TownshipOperator, incident, new AcceptTask(Water)));
    }

    [Fact]
    public void A_department_takes_part_in_the_work_and_leaves_the_rest_to_its_task()
    {
        var incident = Story.Dispatched(Housing).Incident;
        var (water, self) = (Callers.Department(Water), Actor.Of(Water));
        IncidentCommand[] partakes = [new StartHandling(self), new AddNote("Dug up", self), new AskExtension("Pipes", self), new AskSuspension(incident.ReportedAt.AddDays(3), "Frost", self)];
        IncidentCommand[] others = [new AcceptIncident(self), new SubmitResult("Done", self), new CheckResult(true, "", self), new ForwardIncident("No", self)];

        Assert.All(partakes, c => Assert.Null(Refused(water, incident, c)));
        Assert.All(others, c => Assert.Equal(IncidentRefusal.NotPermitted, Refused(water, incident, c)));
        Assert.All(partakes, c => Assert.Equal(IncidentRefusal.OutsideJurisdiction, Refused(Callers.Department(Fire), incident, c)));
    }

    [Fact]
    public void Nobody_speaks_for_somebody_else()
    {
        var incident = Story.Accepted().Incident;

        Assert.Equal(IncidentRefusal.NotSpeaker, Refused(GridWorker, incident, new SubmitResult("Done", By(Li))));
        Assert.Equal(IncidentRefusal.NotSpeaker, Refused(GridWorker, incident, new SubmitResult("Done", By(Township))));
        Assert.Equal(IncidentRefusal.NotSpeaker, Refused(GridWorker, incident, new HandleOnSpot(Li, "Done")));
        Assert.Equal(IncidentRefusal.NotSpeaker, Refused(TownshipOperator, incident, new SubmitResult("Done", By(Wang))));
        Assert.Equal(IncidentRefusal.NotSpeaker, Refused(TownshipOperator, incident, new UrgeIncident("Soon", By(County))));
        Assert.Null(Refused(TownshipOperator, incident, new ForwardIncident("Too big", By(Village))));
        Assert.Null(Refused(TownshipOperator, incident, new HandOverIncident(Wang, Li, "End of shift")));
    }

    [Fact]
    public void A_tracking_code_is_the_requesters_and_needs_no_login()
    {
        var incident = Story.Closed().Incident;

        Assert.Null(Refused(Caller.Anonymous, incident, new ReopenIncident(incident.TrackingCode, "Still broken")));
        Assert.Null(Refused(Caller.Anonymous, incident, new RateIncident(incident.TrackingCode, 5, "")));
    }

    [Fact]
    public void What_the_platform_does_by_itself_nobody_does_for_it()
    {
        var incident = Story.Reported().Incident;
        IncidentCommand[] commands = [new DeadlineReached(incident.AcceptDue.At), new CalendarPublished(), new RefileIncident(incident.Place, incident.Place.County, 1)];

        Assert.All(commands, c => Assert.Equal(IncidentRefusal.NotPermitted, Refused(Callers.Operator("").And(GridWorker), incident, c)));
    }

    [Fact]
    public void Where_nobody_is_named_the_holder_acts_for_whom_may_speak_for_it_and_a_worker_for_itself()
    {
        var holder = Actor.Of(Township);

        Assert.Equal(new AcceptIncident(), IncidentJurisdiction.Attribute(Authority.Of(TownshipOperator), new AcceptIncident(), holder));
        Assert.Equal(new AcceptIncident(By(Wang)), IncidentJurisdiction.Attribute(Authority.Of(GridWorker), new AcceptIncident(), holder));
        Assert.Null(IncidentJurisdiction.Attribute(Authority.Of(Callers.Operator("652301001001")), new AcceptIncident(), holder));
        Assert.Null(IncidentJurisdiction.Attribute(Authority.Of(GridWorker.And(Callers.Worker(Li, "652301001001002"))), new AcceptIncident(), holder));
    }

    [Fact]
    public void Every_command_says_what_it_needs()
    {
        var unlisted = typeof(IncidentCommand).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(IncidentCommand)) && !t.IsAbstract)
            .Where(t => CommandPermissions.Of((IncidentCommand)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(t)) is null);

        Assert.Equal([nameof(CalendarPublished), nameof(DeadlineReached), nameof(RefileIncident)], unlisted.Select(t => t.Name).Order());
    }

    private static Story Oversight(Tier floor)
    {
        var story = new Story { Item = ItemOf(floor, new(15, Core.WorkingTime.LimitUnit.Minute), new(4, Core.WorkingTime.LimitUnit.UrgentHour), "1201") };
        return story.Do(story.Report(item: "1201", about: new IncidentSubject(null, Li), floor: floor));
    }

    private static bool Reads(Caller caller, Incident incident) => IncidentJurisdiction.MayRead(Authority.Of(caller), IncidentAccess.Of(incident));

    private static IncidentRefusal? Refused(Caller caller, Incident incident, IncidentCommand command) =>
        IncidentJurisdiction.RefusalOf(Authority.Of(caller), IncidentAccess.Of(incident), command);
}
