using GridActors.Core.Catalogue;
using GridActors.Core.Departments;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Incidents.Story;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Incidents;

/// <summary>Accepted by the township on Monday at 11:00 with four hours; asked, and as a rule suspended, at noon with three hours left.</summary>
public sealed class SuspensionTests
{
    private static readonly DateTimeOffset _monday = Local("2025-03-10 11:00");

    private static Story Asked => Accepted().At("2025-03-03 12:00").Do(new AskSuspension(_monday, "The part has to be ordered"));

    private static Story Suspended => Asked.Do(new DecideSuspension(true, ""));

    [Fact]
    public void While_it_is_suspended_every_clock_stands_still_until_the_date()
    {
        var story = Dispatched(Fire).At("2025-03-03 12:00").Do(new AskSuspension(_monday, "Parts")).Do(new DecideSuspension(true, ""));

        Assert.Equal(IncidentPhase.Suspended, story.Incident.Phase);
        Assert.Null(story.Incident.HandleDue);
        Assert.All(story.Incident.OpenTasks, t => Assert.Null(t.Due));
        Assert.Equal(new NextDeadline(DeadlineKind.Resume, _monday), story.Incident.NextDeadline);
        Assert.Equal(TimeSpan.FromHours(3), story.Last<IncidentSuspended>().Left);
        Assert.Equal([new TaskPause(Water, TimeSpan.FromHours(3)), new TaskPause(Fire, TimeSpan.FromHours(3))], story.Last<IncidentSuspended>().Tasks);
        Assert.Equal((SuspensionStatus.Running, "Parts"), (story.Incident.Suspension!.Status, story.Incident.Suspension.Reason));
    }

    [Fact]
    public void At_its_date_it_goes_on_by_itself_where_it_was_with_what_was_left()
    {
        var story = Dispatched().Do(new AcceptTask(Water)).At("2025-03-03 12:00").Do(new AskSuspension(_monday, "Parts")).Do(new DecideSuspension(true, ""));

        story.DeadlinePasses();

        Assert.Equal((IncidentPhase.Handling, SuspensionStatus.Over), (story.Incident.Phase, story.Incident.Suspension!.Status));
        Assert.Equal(Local("2025-03-10 14:00"), story.Incident.HandleDue!.Value.At);
        Assert.Equal(Local("2025-03-10 14:00"), Assert.Single(story.Incident.OpenTasks).Due!.Value.At);
        Assert.Equal(new NextDeadline(DeadlineKind.HandleReminder, Local("2025-03-10 13:12")), story.Incident.Deadline);
        Assert.Equal(Actor.Clock, story.Last<IncidentResumed>().By);
    }

    [Fact]
    public void However_late_the_clock_is_the_time_counts_from_the_date()
    {
        var story = Suspended.At("2025-03-10 16:00").ClockFires();
        Assert.Equal(Local("2025-03-10 14:00"), story.Incident.HandleDue!.Value.At);

        story.ClockFires().ClockFires();

        Assert.Equal((1, County), (story.Incident.OverdueSteps, story.Incident.Supervisor));
        Assert.All(story.Answer.Events, e => Assert.Equal(story.Now, e.At));
    }

    [Fact]
    public void Ended_by_hand_after_its_date_the_time_counts_from_the_date_all_the_same()
    {
        var story = Suspended.At("2025-03-10 12:30").Do(new ResumeIncident());

        Assert.Equal(Local("2025-03-10 14:00"), story.Incident.HandleDue!.Value.At);
        Assert.Equal(Local("2025-03-10 12:30"), story.Last<IncidentResumed>().At);
    }

    [Fact]
    public void Its_date_itself_has_not_passed_yet() => Assert.Empty(Suspended.At(_monday).ClockFires().Answer.Events);

    [Fact]
    public void A_reminder_that_was_given_before_is_not_given_again()
    {
        var story = Accepted().DeadlinePasses().At("2025-03-03 14:30").Do(new AskSuspension(_monday, "Parts")).Do(new DecideSuspension(true, ""));

        story.DeadlinePasses();

        Assert.Equal(new NextDeadline(DeadlineKind.Handle, Local("2025-03-10 11:30")), story.Incident.Deadline);
    }

    [Fact]
    public void Over_a_holiday_what_was_left_counts_from_the_first_working_hour_after_it()
    {
        var story = Reported(ItemOf(Tier.Township, new Limit(2, LimitUnit.WorkHour), new Limit(1, LimitUnit.WorkDay)))
            .At("2025-04-29 18:00").Do(new AcceptIncident())
            .At("2025-04-30 11:00").Do(new AskSuspension(Local("2025-05-03 12:00"), "Labour Day")).Do(new DecideSuspension(true, ""));
        Assert.Equal(TimeSpan.FromHours(5), story.Last<IncidentSuspended>().Left);

        story.DeadlinePasses();

        Assert.Equal(Local("2025-05-06 17:00"), story.Incident.HandleDue!.Value.At);
    }

    [Fact]
    public void A_centre_ends_it_before_its_date()
    {
        var story = Suspended.At("2025-03-05 09:00").Do(new ResumeIncident());

        Assert.Equal((IncidentPhase.Accepted, By(Township)), (story.Incident.Phase, story.Last<IncidentResumed>().By));
        Assert.Equal(Local("2025-03-05 12:00"), story.Incident.HandleDue!.Value.At);
        Assert.Equal(By(Prefecture), Suspended.Do(new ResumeIncident(By(Prefecture))).Last<IncidentResumed>().By);
        Suspended.Refuses(IncidentRefusal.NotDecider, new ResumeIncident(By(Village)), new ResumeIncident(By(Wang)), new ResumeIncident(Actor.Requester));
        Accepted().Refuses(IncidentRefusal.NotSuspended, new ResumeIncident());
    }

    [Fact]
    public void Meanwhile_it_can_be_pressed_for_watched_and_voided_and_nothing_else()
    {
        Suspended.Refuses(
            IncidentRefusal.Suspended,
            new SubmitResult("Done"),
            new ForwardIncident("Not ours"),
            new DispatchIncident(Water, []),
            new AskExtension("Rain"),
            new AskSuspension(_monday, "Parts"),
            new DecideSuspension(true, ""),
            new HandleOnSpot(Wang, "Done"),
            new CloseIncident(IncidentOutcome.Resolved));
        Assert.Equal(IncidentOutcome.Void, Suspended.Do(new UrgeIncident("Hurry")).Do(new SuperviseIncident()).Do(new VoidIncident("A test")).Incident.Outcome);
    }

    [Fact]
    public void Nothing_is_provisional_about_a_clock_that_stands_still() =>
        Assert.Empty(Suspended.Do(new CalendarPublished()).Answer.Events);

    [Fact]
    public void It_is_suspended_once() => Suspended.Do(new ResumeIncident()).Refuses(IncidentRefusal.SuspendedOnce, new AskSuspension(_monday, "More parts"));

    [Fact]
    public void A_denial_says_why_and_leaves_the_one_suspension_to_be_asked_for_again()
    {
        var story = Asked.Refuses(IncidentRefusal.ReasonRequired, new DecideSuspension(false, "")).Do(new DecideSuspension(false, "Borrow one"));

        Assert.Null(story.Incident.Suspension);
        Assert.Equal((By(County), "Borrow one"), (story.Last<SuspensionDenied>().By, story.Last<SuspensionDenied>().Reason));
        Assert.Equal(IncidentPhase.Suspended, story.Do(new AskSuspension(_monday, "Nobody has one")).Do(new DecideSuspension(true, "")).Incident.Phase);
    }

    [Fact]
    public void Whoever_asked_does_not_decide() => Asked.Refuses(
        IncidentRefusal.NotDecider,
        new DecideSuspension(true, "", By(Township)),
        new DecideSuspension(false, "No", By(Wang)),
        new DecideSuspension(true, "", By(Village)));

    [Fact]
    public void Only_whoever_handles_it_asks()
    {
        Accepted().Refuses(IncidentRefusal.NotHandler, new AskSuspension(_monday, "Parts", By(County)));
        Assert.Equal(Actor.Of(Water), Dispatched().Do(new AskSuspension(_monday, "Parts")).Incident.Suspension!.AskedBy);
        Assert.Equal(By(Wang), Accepted().Do(new AssignWorker(Wang)).Do(new AskSuspension(_monday, "Parts")).Incident.Suspension!.AskedBy);
    }

    [Fact]
    public void It_ends_after_now_and_within_a_year()
    {
        var story = Accepted();

        story.Refuses(IncidentRefusal.UntilOutOfRange, new AskSuspension(story.Now, "Parts"), new AskSuspension(story.Now.AddDays(365).AddTicks(1), "Parts"));

        Assert.NotNull(story.Do(new AskSuspension(story.Now.AddDays(365), "Parts")).Incident.Suspension);
        Assert.NotNull(Accepted().Do(new AskSuspension(story.Now.AddTicks(1), "Parts")).Incident.Suspension);
    }

    [Fact]
    public void What_is_granted_too_late_is_not_granted()
    {
        var untilOne = Local("2025-03-03 13:00");

        Accepted().Do(new AskSuspension(untilOne, "Parts")).At(untilOne).Refuses(IncidentRefusal.UntilOutOfRange, new DecideSuspension(true, ""));
        Asked.At(Local("2025-03-03 15:00").AddTicks(1)).Refuses(IncidentRefusal.AlreadyOverdue, new DecideSuspension(true, ""));
        Accepted().At(Local("2025-03-03 15:00").AddTicks(1)).Refuses(IncidentRefusal.AlreadyOverdue, new AskSuspension(_monday, "Parts"));
        Assert.Equal(TimeSpan.Zero, Asked.At("2025-03-03 15:00").Do(new DecideSuspension(true, "")).Last<IncidentSuspended>().Left);
    }

    [Fact]
    public void The_clock_of_an_emergency_never_stops()
    {
        var story = Reported(ItemOf(Tier.Township, new Limit(15, LimitUnit.Minute), new Limit(4, LimitUnit.UrgentHour), severity: Severity.S1)).Do(new AcceptIncident());

        story.Refuses(IncidentRefusal.Emergency, new AskSuspension(_monday, "Parts"), new DecideSuspension(true, ""));
    }

    [Fact]
    public void It_is_asked_once_with_a_reason_between_acceptance_and_result()
    {
        Asked.Refuses(IncidentRefusal.AlreadyAsked, new AskSuspension(_monday, "Parts"));
        Accepted().Refuses(IncidentRefusal.ReasonRequired, new AskSuspension(_monday, " ")).Refuses(IncidentRefusal.NothingAsked, new DecideSuspension(true, ""));
        Reported().Refuses(IncidentRefusal.NotAccepted, new AskSuspension(_monday, "Parts"), new DecideSuspension(true, ""));
        Handled().Refuses(IncidentRefusal.AlreadyHandled, new AskSuspension(_monday, "Parts"), new DecideSuspension(true, ""));
    }

    [Fact]
    public void A_result_a_move_or_a_close_withdraws_what_was_asked()
    {
        Assert.Null(Asked.Do(new SubmitResult("Done")).Incident.Suspension);
        Assert.Null(Asked.Do(new ForwardIncident("Not ours")).Incident.Suspension);
        Assert.Null(Asked.Do(new HandleOnSpot(Wang, "Done")).Incident.Suspension);
    }

    [Fact]
    public void A_close_ends_the_one_that_runs()
    {
        var story = Suspended.Do(new VoidIncident("A test"));

        Assert.Equal(SuspensionStatus.Over, story.Incident.Suspension!.Status);
    }

    [Fact]
    public void An_extension_that_was_granted_before_counts_in_what_is_left()
    {
        var story = Accepted().Do(new AskExtension("Rain")).Do(new DecideExtension(true, ""))
            .At("2025-03-03 12:00").Do(new AskSuspension(_monday, "Parts")).Do(new DecideSuspension(true, ""));

        story.DeadlinePasses();

        Assert.Equal(Local("2025-03-10 18:00"), story.Incident.HandleDue!.Value.At);
        Assert.Equal(Local("2025-03-10 16:24"), story.Incident.Deadline!.DueAt);
    }
}
