using GridActors.Core.Departments;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.Incidents;
using GridActors.Core.Tests.WorkingTime;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Incidents.Story;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Departments;

/// <summary>The clocks of departments beside the incident's own.</summary>
public sealed class DepartmentDeadlineTests
{
    /// <summary>Dispatched an hour after acceptance: the incident is due at 15:00, the department at 16:00.</summary>
    private static Story DispatchedAtNoon => Accepted().At("2025-03-03 12:00").Do(new DispatchIncident(Water, []));

    [Fact]
    public void Whichever_clock_runs_out_first_is_waited_for()
    {
        var story = DispatchedAtNoon.DeadlinePasses().DeadlinePasses();

        Assert.Equal(new NextDeadline(DeadlineKind.Task, Local("2025-03-03 16:00")), story.Incident.NextDeadline);
        Assert.Equal(DeadlineKind.Supervision, story.Incident.Deadline!.Kind);
    }

    [Fact]
    public void A_department_s_deadline_makes_it_overdue_once()
    {
        var story = DispatchedAtNoon.At("2025-03-03 16:30").ClockFires().ClockFires().ClockFires();

        Assert.Equal((Water, Local("2025-03-03 16:00")), (story.Last<TaskOverdue>().Department, story.Last<TaskOverdue>().MissedDue));
        Assert.True(TaskOf(story, Water).IsOverdue);
        story.ClockFires().At("2025-03-04 12:00").ClockFires();
        Assert.Single(story.Events.OfType<TaskOverdue>());
    }

    [Fact]
    public void Departments_whose_deadlines_passed_together_are_overdue_together()
    {
        var story = Accepted().At("2025-03-03 12:00").Do(new DispatchIncident(Water, [Fire])).DeadlinePasses().DeadlinePasses();

        story.DeadlinePasses();

        Assert.Equal([Water, Fire], story.Answer.Events.Cast<TaskOverdue>().Select(e => e.Department));
    }

    [Fact]
    public void A_department_that_has_time_left_or_is_exactly_at_its_deadline_is_not_overdue_with_the_other()
    {
        var story = Accepted().At("2025-03-03 12:00").Do(new DispatchIncident(Water, []))
            .At("2025-03-03 12:30").Do(new DispatchIncident(Water, [Fire]))
            .At("2025-03-03 13:00").Do(new DispatchIncident(Water, [Fire, Housing])).DeadlinePasses().DeadlinePasses();

        story.At("2025-03-03 16:30").ClockFires();

        Assert.Equal([Water], story.Answer.Events.Cast<TaskOverdue>().Select(e => e.Department));
        Assert.Equal(new NextDeadline(DeadlineKind.Task, Local("2025-03-03 16:30")), story.Incident.NextDeadline);
    }

    [Fact]
    public void Exactly_at_its_deadline_a_department_is_in_time()
    {
        var story = DispatchedAtNoon.DeadlinePasses().DeadlinePasses().At("2025-03-03 16:00");

        Assert.Empty(story.ClockFires().Answer.Events);
    }

    [Fact]
    public void A_department_that_has_answered_is_not_waited_for()
    {
        Assert.Equal(DeadlineKind.Supervision, DispatchedAtNoon.DeadlinePasses().DeadlinePasses().Do(new SubmitTaskResult(Water, "Done")).Incident.NextDeadline!.Kind);
        Assert.Equal(DeadlineKind.Supervision, DispatchedAtNoon.DeadlinePasses().DeadlinePasses().Do(new ReturnTask(Water, "No")).Incident.NextDeadline!.Kind);
    }

    [Fact]
    public void An_overdue_department_that_returns_it_and_gets_it_back_stays_overdue()
    {
        var story = DispatchedAtNoon.At("2025-03-03 16:30").ClockFires().ClockFires().ClockFires().Do(new ReturnTask(Water, "No"));
        Assert.Equal(TimeSpan.Zero, story.Last<TaskReturned>().Left);

        story.Do(new DispatchIncident(Water, []));

        Assert.True(TaskOf(story, Water).IsOverdue);
        Assert.Equal(Local("2025-03-03 16:30"), TaskOf(story, Water).Due!.Value.At);
    }

    [Fact]
    public void One_that_was_recalled_begins_anew()
    {
        var story = DispatchedAtNoon.At("2025-03-03 16:30").ClockFires().ClockFires().ClockFires();

        story.Do(new DispatchIncident(Housing, [])).Do(new DispatchIncident(Water, []));

        Assert.False(TaskOf(story, Water).IsOverdue);
    }

    [Fact]
    public void A_department_s_clock_counts_office_time_where_the_limit_does()
    {
        var story = Reported(ItemOf(Tier.Township, new Limit(2, LimitUnit.WorkHour), new Limit(1, LimitUnit.WorkDay)))
            .Do(new AcceptIncident()).At("2025-04-03 15:00").Do(new DispatchIncident(Water, []));

        Assert.Equal(new Deadline(Local("2025-04-07 14:00"), false), TaskOf(story, Water).Due);
    }

    [Fact]
    public void Publishing_the_calendar_recomputes_a_provisional_deadline_of_a_department()
    {
        var story = AcceptedOnTheLastDayOf2025();
        Assert.True(TaskOf(story, Water).Due!.Value.IsProvisional);

        Publish(story);

        Assert.Equal(new Deadline(Local("2026-01-04 19:00"), false), TaskOf(story, Water).Due);
        Assert.Equal(new Deadline(Local("2026-01-04 18:00"), false), story.Incident.HandleDue);
        Assert.False(story.Incident.IsProvisional);
        Publish(story);
        Assert.Empty(story.Answer.Events);
    }

    [Fact]
    public void A_firm_deadline_of_a_department_stays_as_it_is()
    {
        var story = AcceptedOnTheLastDayOf2025();
        Publish(story);
        story.Calendar = Calendars.Of2025;

        Assert.Empty(story.Do(new CalendarPublished()).Answer.Events);
    }

    private static Story AcceptedOnTheLastDayOf2025()
    {
        var story = new Story { Item = ItemOf(Tier.Township, new Limit(2, LimitUnit.WorkHour), new Limit(1, LimitUnit.WorkDay)) }.At("2025-12-31 18:00");
        return story.Do(story.Report()).Do(new AcceptIncident()).At("2025-12-31 19:00").Do(new DispatchIncident(Water, []));
    }

    private static void Publish(Story story)
    {
        story.Calendar = Calendars.Of2025And2026;
        story.Do(new CalendarPublished());
    }

    private static DepartmentTask TaskOf(Story story, DepartmentCode department) => story.Incident.Dispatch!.Find(department)!;
}
