using GridActors.Core.Departments;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.Incidents;
using GridActors.Core.Tests.WorkingTime;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Incidents.Story;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Escalations;

/// <summary>On the last day of 2025 the calendar of 2026 is not published: 1 January counts as a working day until it is.</summary>
public sealed class ProvisionalDeadlineTests
{
    [Fact]
    public void Publishing_the_calendar_recomputes_a_provisional_accept_deadline()
    {
        var story = ReportedAt("2025-12-31 19:00");
        Assert.Equal(new Deadline(Local("2026-01-01 11:00"), true), story.Incident.AcceptDue);

        Publish(story);

        Assert.Equal(new Deadline(Local("2026-01-04 11:00"), false), story.Incident.AcceptDue);
        Assert.Equal(new NextDeadline(DeadlineKind.Accept, Local("2026-01-04 11:00")), story.Incident.Deadline);
        Assert.False(story.Incident.IsProvisional);
    }

    [Fact]
    public void After_a_climb_it_is_counted_from_the_arrival_in_the_new_tier()
    {
        var story = ReportedAt("2025-12-31 10:00").At("2025-12-31 19:00").ClockFires();

        Publish(story);

        Assert.Equal(County, story.Incident.Holder);
        Assert.Equal(Local("2026-01-04 11:00"), story.Incident.AcceptDue.At);
    }

    [Fact]
    public void Publishing_the_calendar_recomputes_a_provisional_handle_deadline_and_its_reminder()
    {
        var story = AcceptedAtSix();
        Assert.Equal(new Deadline(Local("2026-01-01 18:00"), true), story.Incident.HandleDue);

        Publish(story);

        Assert.Equal(new Deadline(Local("2026-01-04 18:00"), false), story.Incident.HandleDue);
        Assert.Equal(new NextDeadline(DeadlineKind.HandleReminder, Local("2026-01-04 16:24")), story.Incident.Deadline);
    }

    [Fact]
    public void A_handler_who_was_reminded_already_is_not_reminded_again()
    {
        var story = AcceptedAtSix().At("2026-01-01 16:30").ClockFires();

        Publish(story);

        Assert.Equal(new NextDeadline(DeadlineKind.Handle, Local("2026-01-04 18:00")), story.Incident.Deadline);
    }

    [Fact]
    public void The_next_step_of_an_overdue_incident_is_recomputed_as_well()
    {
        var story = AcceptedAtSix().DeadlinePasses().DeadlinePasses();
        Assert.Equal(new NextDeadline(DeadlineKind.Supervision, Local("2026-01-02 12:00")), story.Incident.Deadline);

        Publish(story);

        Assert.Equal(Local("2026-01-04 18:00"), story.Incident.HandleDue!.Value.At);
        Assert.Equal(new NextDeadline(DeadlineKind.Supervision, Local("2026-01-05 12:00")), story.Incident.Deadline);
    }

    [Fact]
    public void Publishing_it_again_changes_nothing()
    {
        var story = AcceptedAtSix();
        Publish(story);

        Publish(story);

        Assert.Empty(story.Answer.Events);
    }

    [Fact]
    public void A_calendar_that_says_nothing_about_the_year_leaves_a_provisional_deadline_as_it_is()
    {
        Assert.Empty(ReportedAt("2025-12-31 19:00").Do(new CalendarPublished()).Answer.Events);
        Assert.Empty(AcceptedAtSix().Do(new CalendarPublished()).Answer.Events);
        Assert.Empty(AcceptedAtSix().Do(new DispatchIncident(Water, [])).Do(new CalendarPublished()).Answer.Events);
    }

    [Fact]
    public void A_firm_deadline_stays_as_it_is_whatever_is_published()
    {
        var story = ReportedAt("2025-12-30 10:00");

        Publish(story);

        Assert.Empty(story.Answer.Events);
    }

    [Fact]
    public void A_closed_incident_stays_as_it_is()
    {
        var story = AcceptedAtSix().Do(new VoidIncident("A test"));

        Publish(story);

        Assert.False(story.Incident.IsProvisional);
        Assert.Empty(story.Answer.Events);
    }

    private static Story ReportedAt(string local)
    {
        var story = new Story { Item = ItemOf(Tier.Township, new Limit(2, LimitUnit.WorkHour), new Limit(1, LimitUnit.WorkDay)) };
        return story.At(local).Do(story.Report());
    }

    private static Story AcceptedAtSix() => ReportedAt("2025-12-31 18:00").Do(new AcceptIncident());

    private static void Publish(Story story)
    {
        story.Calendar = Calendars.Of2025And2026;
        story.Do(new CalendarPublished());
    }
}
