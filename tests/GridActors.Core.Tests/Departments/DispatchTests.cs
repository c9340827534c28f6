using GridActors.Core.Departments;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.Incidents;
using static GridActors.Core.Tests.Incidents.Story;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Departments;

/// <summary>Accepted and dispatched by the township on Monday at 11:00, with four hours for the incident and for each department.</summary>
public sealed class DispatchTests
{
    private static readonly DepartmentCode _unknown = DepartmentCode.Parse("652301000000/parks");

    [Fact]
    public void One_department_has_the_lead_and_others_handle_with_it()
    {
        var story = Dispatched(Housing, Fire);

        Assert.Equal(IncidentPhase.Dispatched, story.Incident.Phase);
        Assert.Equal([(Water, true), (Housing, false), (Fire, false)], story.Incident.Dispatch!.Tasks.Select(t => (t.Department, t.IsLead)));
        Assert.All(story.Incident.OpenTasks, t => Assert.Equal(DepartmentTaskStatus.Dispatched, t.Status));
        Assert.Equal(Water, story.Incident.Dispatch.Lead!.Department);
    }

    [Fact]
    public void The_centre_goes_on_holding_it_and_the_record_says_why_departments_have_it()
    {
        var incident = Dispatched().Incident;

        Assert.Equal(Township, incident.Holder);
        Assert.Equal((RoutingRule.Dispatched, Township), (incident.Why[^1].Rule, incident.Why[^1].To));
        Assert.Empty(incident.Why[^1].Vacant);
    }

    [Fact]
    public void Each_department_has_a_clock_of_its_own_from_its_own_dispatch()
    {
        var story = Dispatched().At("2025-03-03 12:30").Do(new DispatchIncident(Water, [Fire]));

        Assert.Equal(Local("2025-03-03 15:00"), DueOf(story, Water));
        Assert.Equal(Local("2025-03-03 16:30"), DueOf(story, Fire));
        Assert.Equal(Local("2025-03-03 15:00"), story.Incident.HandleDue!.Value.At);
    }

    [Fact]
    public void Departments_that_have_it_already_are_left_alone()
    {
        var story = Dispatched(Housing).Do(new AcceptTask(Housing)).At("2025-03-03 12:00");

        Assert.Empty(story.Do(new DispatchIncident(Water, [Housing])).Answer.Events);
        story.Do(new DispatchIncident(Water, [Housing, Fire]));

        Assert.Equal([Fire], story.Last<IncidentDispatched>().Tasks.Select(t => t.Department));
        Assert.Equal(DepartmentTaskStatus.Accepted, TaskOf(story, Housing).Status);
        Assert.Equal(IncidentPhase.Dispatched, story.Incident.Phase);
    }

    [Fact]
    public void A_worker_who_was_assigned_is_released_by_the_dispatch() =>
        Assert.Null(Accepted().Do(new AssignWorker(Wang)).Do(new DispatchIncident(Water, [])).Incident.Handler);

    [Fact]
    public void Another_lead_recalls_the_former_one()
    {
        var story = Dispatched(Fire).At("2025-03-03 12:00").Do(new DispatchIncident(Housing, []));

        Assert.Equal(Housing, story.Incident.Dispatch!.Lead!.Department);
        Assert.Equal((DepartmentTaskStatus.Recalled, false, null), (TaskOf(story, Water).Status, TaskOf(story, Water).IsLead, TaskOf(story, Water).Due));
        Assert.Equal(DepartmentTaskStatus.Dispatched, TaskOf(story, Fire).Status);
        story.Refuses(IncidentRefusal.NoOpenTask, new AcceptTask(Water), new ReturnTask(Water, "Not ours"), new SubmitTaskResult(Water, "Done"));
    }

    [Fact]
    public void A_lead_that_has_submitted_keeps_its_result_and_gives_the_lead_away()
    {
        var story = Dispatched(Fire).Do(new SubmitTaskResult(Water, "Pipe replaced")).Do(new DispatchIncident(Housing, []));

        Assert.Equal(Housing, story.Incident.Dispatch!.Lead!.Department);
        Assert.Equal((DepartmentTaskStatus.Submitted, false, "Pipe replaced"), (TaskOf(story, Water).Status, TaskOf(story, Water).IsLead, TaskOf(story, Water).Result));
        Assert.Equal(IncidentPhase.Dispatched, story.Incident.Phase);
    }

    [Fact]
    public void A_co_handler_that_comes_later_does_not_take_it_back_from_being_handled()
    {
        var story = Dispatched().Do(new AcceptTask(Water)).Do(new DispatchIncident(Water, [Fire]));

        Assert.Equal(IncidentPhase.Handling, story.Incident.Phase);
        Assert.Equal([(Water, DepartmentTaskStatus.Accepted), (Fire, DepartmentTaskStatus.Dispatched)], story.Incident.OpenTasks.Select(t => (t.Department, t.Status)));
    }

    [Fact]
    public void A_department_that_was_recalled_has_the_full_limit_when_it_is_asked_again()
    {
        var story = Dispatched().At("2025-03-03 12:00").Do(new DispatchIncident(Housing, []));

        story.At("2025-03-03 12:30").Do(new DispatchIncident(Water, []));

        Assert.Equal(Local("2025-03-03 16:30"), DueOf(story, Water));
    }

    [Fact]
    public void A_co_handler_that_takes_the_lead_keeps_its_clock_and_so_does_a_lead_that_steps_back()
    {
        var story = Dispatched().At("2025-03-03 12:00").Do(new DispatchIncident(Water, [Fire]));

        story.At("2025-03-03 13:00").Do(new DispatchIncident(Fire, [Water]));

        Assert.Equal([(Water, false), (Fire, true)], story.Incident.OpenTasks.Select(t => (t.Department, t.IsLead)));
        Assert.Equal(Local("2025-03-03 15:00"), DueOf(story, Water));
        Assert.Equal(Local("2025-03-03 16:00"), DueOf(story, Fire));
    }

    [Fact]
    public void It_is_being_handled_once_the_lead_accepts_and_not_when_a_co_handler_does()
    {
        var story = Dispatched(Fire);

        Assert.Equal(IncidentPhase.Dispatched, story.Do(new AcceptTask(Fire)).Incident.Phase);
        Assert.Equal(IncidentPhase.Handling, story.Do(new AcceptTask(Water)).Incident.Phase);

        Assert.Equal(Actor.Of(Water), story.Last<TaskAccepted>().By);
        Assert.Empty(story.Do(new AcceptTask(Water)).Answer.Events);
    }

    [Fact]
    public void It_is_handled_once_the_lead_has_submitted_and_no_co_handler_is_open()
    {
        var story = Dispatched(Housing, Fire).Do(new SubmitTaskResult(Housing, "Fenced off"));
        Assert.Equal(IncidentPhase.Dispatched, story.Incident.Phase);

        Assert.Equal(IncidentPhase.Handling, story.Do(new SubmitTaskResult(Water, "Pipe replaced")).Incident.Phase);
        story.Do(new SubmitTaskResult(Fire, "Pumped dry"));

        Assert.Equal(IncidentPhase.Handled, story.Incident.Phase);
        Assert.Equal((Actor.Of(Water), "Pipe replaced"), (story.Incident.Result!.By, story.Incident.Result.Text));
    }

    [Fact]
    public void Co_handlers_alone_do_not_make_it_handled()
    {
        var story = Dispatched(Fire).Do(new ReturnTask(Water, "Not our pipe"));

        story.Do(new SubmitTaskResult(Fire, "Pumped dry"));

        Assert.Equal(IncidentPhase.Accepted, story.Incident.Phase);
        Assert.Null(story.Incident.Result);
    }

    [Fact]
    public void The_department_that_had_the_lead_does_not_check_it_and_the_centre_does()
    {
        var story = Dispatched().Do(new SubmitTaskResult(Water, "Pipe replaced"));

        story.Refuses(IncidentRefusal.CheckedByHandler, new CheckResult(true, "", Actor.Of(Water)));

        Assert.Equal(By(Township), story.Do(new CheckResult(true, "")).Last<CheckPassed>().By);
    }

    [Fact]
    public void If_the_check_fails_the_lead_goes_on_with_what_was_left_of_its_limit()
    {
        var story = Dispatched(Fire).Do(new SubmitTaskResult(Fire, "Pumped dry"))
            .At("2025-03-03 12:00").Do(new SubmitTaskResult(Water, "Pipe replaced"));
        Assert.Null(TaskOf(story, Water).Due);

        story.At("2025-03-03 14:00").Do(new CheckResult(false, "It drips"));

        Assert.Equal(IncidentPhase.Handling, story.Incident.Phase);
        Assert.Equal((DepartmentTaskStatus.Accepted, Local("2025-03-03 17:00")), (TaskOf(story, Water).Status, DueOf(story, Water)));
        Assert.Equal([Water], story.Incident.OpenTasks.Select(t => t.Department));
        Assert.Equal(Local("2025-03-03 15:00"), story.Incident.HandleDue!.Value.At);
    }

    [Fact]
    public void A_failed_check_of_what_a_worker_did_gives_no_department_anything() =>
        Assert.Null(Handled().Do(new CheckResult(false, "It rattles")).Incident.Dispatch);

    [Fact]
    public void While_departments_are_at_work_nobody_else_handles_it() =>
        Dispatched().Refuses(
            IncidentRefusal.NotHandler,
            new AssignWorker(Wang),
            new StartHandling(),
            new SubmitResult("Done"),
            new SubmitResult("Done", Actor.Of(Housing)),
            new HandleOnSpot(Wang, "Done"));

    [Fact]
    public void Only_the_post_that_holds_it_dispatches_and_only_if_it_is_a_centre()
    {
        Accepted().Refuses(IncidentRefusal.NotHolder, new DispatchIncident(Water, [], By(County)), new DispatchIncident(Water, [], By(Wang)));
        AcceptedAt(Tier.Village).Refuses(IncidentRefusal.NotACentre, new DispatchIncident(Water, []));
        AcceptedAt(Tier.Grid).Refuses(IncidentRefusal.NotHolder, new DispatchIncident(Water, [], By(Wang)));
    }

    [Fact]
    public void A_dispatch_names_departments_that_there_are_and_each_once()
    {
        Accepted().Refuses(IncidentRefusal.UnknownDepartment, new DispatchIncident(_unknown, []), new DispatchIncident(Water, [_unknown]));
        Accepted().Refuses(IncidentRefusal.DepartmentTwice, new DispatchIncident(Water, [Water]), new DispatchIncident(Water, [Fire, Fire]));
    }

    [Fact]
    public void Nothing_is_dispatched_before_acceptance_or_once_it_is_handled()
    {
        Reported().Refuses(IncidentRefusal.NotAccepted, new DispatchIncident(Water, []));
        Handled().Refuses(IncidentRefusal.AlreadyHandled, new DispatchIncident(Water, []));
    }

    [Fact]
    public void A_department_that_was_not_asked_has_nothing_to_answer() =>
        Dispatched().Refuses(IncidentRefusal.NoOpenTask, new AcceptTask(Fire), new ReturnTask(Fire, "Not ours"), new SubmitTaskResult(Fire, "Done"));

    [Fact]
    public void A_return_says_why_and_a_result_what_was_done()
    {
        Dispatched().Refuses(IncidentRefusal.ReasonRequired, new ReturnTask(Water, " "));
        Dispatched().Refuses(IncidentRefusal.ResultRequired, new SubmitTaskResult(Water, " "));
    }

    [Fact]
    public void A_department_submits_once() =>
        Dispatched(Fire).Do(new SubmitTaskResult(Water, "Done")).Refuses(IncidentRefusal.NoOpenTask, new SubmitTaskResult(Water, "Done"), new ReturnTask(Water, "No"));

    private static DepartmentTask TaskOf(Story story, DepartmentCode department) => story.Incident.Dispatch!.Find(department)!;

    private static DateTimeOffset DueOf(Story story, DepartmentCode department) => TaskOf(story, department).Due!.Value.At;
}
