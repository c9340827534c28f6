using GridActors.Core.Departments;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.Incidents;
using static GridActors.Core.Tests.Incidents.Story;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Departments;

/// <summary>A department gives an incident back: its clock pauses, the dispatcher's runs, and after the second time the next centre up decides.</summary>
public sealed class ReturnTests
{
    private static Story ReturnedTwice => Dispatched()
        .At("2025-03-03 12:00").Do(new ReturnTask(Water, "Not our pipe"))
        .Do(new DispatchIncident(Housing, []))
        .At("2025-03-03 12:30").Do(new ReturnTask(Housing, "Not our house"));

    [Fact]
    public void A_return_pauses_the_department_s_clock_and_leaves_the_incident_s_running()
    {
        var story = Dispatched().At("2025-03-03 12:00").Do(new ReturnTask(Water, "Not our pipe"));

        Assert.Equal(IncidentPhase.Accepted, story.Incident.Phase);
        Assert.Equal(TimeSpan.FromHours(3), story.Last<TaskReturned>().Left);
        Assert.Equal((DepartmentTaskStatus.Returned, null), (TaskOf(story, Water).Status, TaskOf(story, Water).Due));
        Assert.Equal(Local("2025-03-03 15:00"), story.Incident.HandleDue!.Value.At);
        Assert.Null(story.Incident.Dispatch!.Lead);
    }

    [Fact]
    public void Dispatched_again_the_department_goes_on_with_what_was_left()
    {
        var story = Dispatched().At("2025-03-03 12:00").Do(new ReturnTask(Water, "Not our pipe"));

        story.At("2025-03-03 13:30").Do(new DispatchIncident(Water, []));

        Assert.Equal(Local("2025-03-03 16:30"), TaskOf(story, Water).Due!.Value.At);
        Assert.Equal(IncidentPhase.Dispatched, story.Incident.Phase);
    }

    [Fact]
    public void What_a_co_handler_returns_leaves_the_lead_at_work()
    {
        var story = Dispatched(Fire).Do(new AcceptTask(Water)).Do(new ReturnTask(Fire, "No fire"));

        Assert.Equal(IncidentPhase.Handling, story.Incident.Phase);
        Assert.Equal(Water, story.Incident.Dispatch!.Lead!.Department);
        Assert.Equal(1, story.Incident.Dispatch.Returns);
    }

    [Fact]
    public void After_the_first_return_the_dispatcher_still_holds_it() =>
        Assert.Equal(Township, Dispatched().Do(new ReturnTask(Water, "Not our pipe")).Incident.Holder);

    [Fact]
    public void After_the_second_return_the_next_centre_up_holds_it_whoever_returned()
    {
        var incident = ReturnedTwice.Incident;

        Assert.Equal(County, incident.Holder);
        Assert.Equal(Local("2025-03-03 12:30"), incident.HeldSince);
        Assert.Equal((RoutingRule.ReturnedTwice, County), (incident.Why[^1].Rule, incident.Why[^1].To));
        Assert.Equal(IncidentPhase.Accepted, incident.Phase);
    }

    [Fact]
    public void Its_decision_binds()
    {
        var story = ReturnedTwice.Refuses(IncidentRefusal.NotHolder, new DispatchIncident(Water, [], By(Township)));

        story.Do(new DispatchIncident(Water, []));

        Assert.Equal(By(County), story.Last<IncidentDispatched>().By);
        story.Refuses(IncidentRefusal.DecisionBinds, new ReturnTask(Water, "Still not our pipe"));
    }

    [Fact]
    public void A_vacant_centre_is_passed_over()
    {
        var story = Dispatched(Fire).Vacant(Tier.County).Do(new ReturnTask(Water, "No")).Do(new ReturnTask(Fire, "No"));

        Assert.Equal(Prefecture, story.Incident.Holder);
        Assert.Equal([County], story.Incident.Why[^1].Vacant);
    }

    [Fact]
    public void Where_every_centre_above_is_vacant_the_next_one_holds_it()
    {
        var story = Dispatched(Fire).Vacant(Tier.County, Tier.Prefecture).Do(new ReturnTask(Water, "No")).Do(new ReturnTask(Fire, "No"));

        Assert.Equal(County, story.Incident.Holder);
    }

    [Fact]
    public void At_the_top_it_stays_and_the_decision_binds_all_the_same()
    {
        var story = AcceptedAt(Tier.Prefecture).Do(new DispatchIncident(Water, [Fire])).Do(new ReturnTask(Water, "No")).Do(new ReturnTask(Fire, "No"));

        Assert.Equal(Prefecture, story.Incident.Holder);
        Assert.Empty(story.Events.OfType<IncidentRaisedForDecision>());
        story.Do(new DispatchIncident(Water, [])).Refuses(IncidentRefusal.DecisionBinds, new ReturnTask(Water, "No"));
    }

    [Fact]
    public void An_overdue_incident_that_is_raised_is_watched_from_above_its_new_holder()
    {
        var story = Accepted().DeadlinePasses().DeadlinePasses().Do(new DispatchIncident(Water, [Fire]));
        Assert.Equal(County, story.Incident.Supervisor);

        story.Do(new ReturnTask(Water, "No")).Do(new ReturnTask(Fire, "No"));

        Assert.Equal((County, Prefecture), (story.Incident.Holder, story.Incident.Supervisor));
    }

    private static DepartmentTask TaskOf(Story story, DepartmentCode department) => story.Incident.Dispatch!.Find(department)!;
}
