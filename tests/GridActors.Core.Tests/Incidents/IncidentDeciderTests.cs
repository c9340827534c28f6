using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Incidents.Story;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Incidents;

/// <summary>Accepting, handling and closing. Moving an incident is in <see cref="MovingTests"/>, the clock in the escalation tests.</summary>
public sealed class IncidentDeciderTests
{
    [Fact]
    public void Acceptance_ends_the_accept_clock_and_starts_the_handle_clock()
    {
        var incident = Reported().At("2025-03-03 11:07").Do(new AcceptIncident()).Incident;

        Assert.Equal(IncidentPhase.Accepted, incident.Phase);
        Assert.Equal(Local("2025-03-03 11:07"), incident.AcceptedAt);
        Assert.Equal(new Deadline(Local("2025-03-03 15:07"), false), incident.HandleDue);
        Assert.Equal(new NextDeadline(DeadlineKind.HandleReminder, Local("2025-03-03 14:19")), incident.Deadline);
    }

    [Fact]
    public void Only_the_post_that_holds_it_accepts() =>
        AssertRefused(IncidentRefusal.NotHolder, Reported(), new AcceptIncident(By(County)), new AcceptIncident(By(Wang)), new AcceptIncident(Actor.Requester));

    [Fact]
    public void A_grid_is_held_by_its_workers() =>
        Assert.Equal(By(Wang), ReportedAt(Tier.Grid).Do(new AcceptIncident(By(Wang))).Last<IncidentAccepted>().By);

    [Fact]
    public void Where_nobody_is_named_the_holder_acts() => Assert.Equal(By(Township), Accepted().Last<IncidentAccepted>().By);

    [Fact]
    public void The_holder_assigns_a_worker()
    {
        var story = Accepted().Do(new AssignWorker(Wang));

        Assert.Equal(Wang, story.Incident.Handler);
        Assert.Empty(story.Do(new AssignWorker(Wang)).Answer.Events);
        Assert.Equal(Li, story.Do(new AssignWorker(Li)).Incident.Handler);
    }

    [Fact]
    public void Nobody_but_the_holder_assigns_a_worker() =>
        AssertRefused(IncidentRefusal.NotHolder, Accepted(), new AssignWorker(Wang, By(Wang)), new AssignWorker(Wang, By(County)));

    [Fact]
    public void Whoever_starts_is_the_handler()
    {
        var story = Accepted().Do(new StartHandling(By(Wang)));

        Assert.Equal(IncidentPhase.Handling, story.Incident.Phase);
        Assert.Equal(Wang, story.Incident.Handler);
        Assert.Empty(story.Do(new StartHandling(By(Wang))).Answer.Events);
    }

    [Fact]
    public void Once_a_worker_is_assigned_no_other_worker_handles_it()
    {
        var story = Accepted().Do(new AssignWorker(Wang));

        AssertRefused(IncidentRefusal.NotHandler, story, new StartHandling(By(Li)), new SubmitResult("Done", By(Li)), new HandleOnSpot(Li, "Done"));
    }

    [Fact]
    public void That_holds_in_a_grid_as_well_although_all_its_workers_hold_it()
    {
        var story = AcceptedAt(Tier.Grid).Do(new AssignWorker(Wang));

        AssertRefused(IncidentRefusal.NotHandler, story, new StartHandling(By(Li)), new SubmitResult("Done", By(Li)));
    }

    [Fact]
    public void Another_post_does_not_handle_it() =>
        AssertRefused(IncidentRefusal.NotHandler, Accepted(), new StartHandling(By(County)), new SubmitResult("Done", Actor.Requester));

    [Fact]
    public void A_result_makes_it_handled()
    {
        var incident = Accepted().At("2025-03-03 12:00").Do(new SubmitResult("Cover replaced", By(Wang))).Incident;

        Assert.Equal(IncidentPhase.Handled, incident.Phase);
        Assert.Equal(new SubmittedResult(Local("2025-03-03 12:00"), By(Wang), "Cover replaced"), incident.Result);
        Assert.Equal(Wang, incident.Handler);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_result_says_what_was_done(string nothing)
    {
        AssertRefused(IncidentRefusal.ResultRequired, Accepted(), new SubmitResult(nothing), new HandleOnSpot(Wang, nothing));
    }

    [Fact]
    public void On_the_spot_report_and_result_are_one()
    {
        var story = Reported().Do(new HandleOnSpot(Wang, "Cover put back"));

        Assert.Equal(IncidentPhase.Closed, story.Incident.Phase);
        Assert.Equal(IncidentOutcome.Resolved, story.Incident.Outcome);
        Assert.Equal("Cover put back", story.Incident.Result?.Text);
        Assert.Equal(By(Wang), story.Last<IncidentClosed>().By);
    }

    [Fact]
    public void A_check_that_passes_closes()
    {
        var story = Handled().Do(new CheckResult(true, ""));

        Assert.Equal(IncidentOutcome.Resolved, story.Incident.Outcome);
        Assert.Equal(By(Township), story.Last<CheckPassed>().By);
    }

    [Fact]
    public void A_check_that_fails_is_rework_under_the_same_clock()
    {
        var story = Handled();
        var due = story.Incident.HandleDue;

        story.Do(new CheckResult(false, "The cover rattles"));

        Assert.Equal(IncidentPhase.Handling, story.Incident.Phase);
        Assert.Equal(due, story.Incident.HandleDue);
        Assert.Equal(Wang, story.Incident.Handler);
        story.Do(new SubmitResult("Bedded anew", By(Wang)));
        Assert.Equal("Bedded anew", story.Incident.Result?.Text);
    }

    [Fact]
    public void A_failed_check_says_what_is_to_be_done_again() =>
        AssertRefused(IncidentRefusal.ReasonRequired, Handled(), new CheckResult(false, " "));

    [Fact]
    public void Whoever_handled_it_does_not_check_it() =>
        AssertRefused(IncidentRefusal.CheckedByHandler, Handled(), new CheckResult(true, "", By(Wang)));

    [Fact]
    public void A_worker_who_was_assigned_does_not_check_what_the_post_submitted_for_them()
    {
        var story = Accepted().Do(new AssignWorker(Wang)).Do(new SubmitResult("Cover replaced"));

        AssertRefused(IncidentRefusal.CheckedByHandler, story, new CheckResult(true, "", By(Wang)), new CheckResult(true, "", By(Township)));
    }

    [Fact]
    public void Where_the_holder_did_the_work_the_tier_above_checks() =>
        Assert.Equal(By(County), Accepted().Do(new SubmitResult("Cover replaced")).Do(new CheckResult(true, "")).Last<CheckPassed>().By);

    [Fact]
    public void A_grid_s_post_does_not_check_what_its_worker_did_and_the_village_does()
    {
        var story = AcceptedAt(Tier.Grid).Do(new SubmitResult("Swept", By(Wang)));

        AssertRefused(IncidentRefusal.CheckedByHandler, story, new CheckResult(true, "", By(Grid)));
        Assert.Equal(By(Village), story.Do(new CheckResult(true, "")).Last<CheckPassed>().By);
    }

    [Fact]
    public void At_the_top_the_holder_s_own_work_needs_a_checker_with_a_name()
    {
        var story = AcceptedAt(Tier.Prefecture).Do(new SubmitResult("Done"));

        AssertRefused(IncidentRefusal.CheckedByHandler, story, new CheckResult(true, ""));
        Assert.False(story.Do(new CheckResult(true, "", By(Li))).Incident.IsOpen);
    }

    [Fact]
    public void A_post_that_is_not_on_the_chain_does_not_check()
    {
        var elsewhere = Post.Of(DivisionCode.Parse("652302000000"));

        AssertRefused(IncidentRefusal.NotHolder, Handled(), new CheckResult(true, "", By(elsewhere)), new CheckResult(true, "", Actor.Requester));
    }

    [Fact]
    public void Any_other_worker_or_a_centre_on_the_chain_may_check()
    {
        Assert.False(Handled().Do(new CheckResult(true, "", By(Li))).Incident.IsOpen);
        Assert.False(Handled().Do(new CheckResult(true, "", By(Prefecture))).Incident.IsOpen);
    }

    [Theory]
    [InlineData(IncidentOutcome.Resolved)]
    [InlineData(IncidentOutcome.Unfounded)]
    public void The_holder_closes_with_an_outcome(IncidentOutcome outcome)
    {
        var incident = Handled().At("2025-03-03 13:00").Do(new CloseIncident(outcome)).Incident;

        Assert.Equal(outcome, incident.Outcome);
        Assert.Equal(Local("2025-03-03 13:00"), incident.ClosedAt);
        Assert.Null(incident.Deadline);
    }

    [Fact]
    public void Nobody_but_the_holder_closes_or_voids()
    {
        AssertRefused(IncidentRefusal.NotHolder, Handled(), new CloseIncident(IncidentOutcome.Resolved, By(Wang)));
        AssertRefused(IncidentRefusal.NotHolder, Reported(), new VoidIncident("A test", By(County)));
    }

    [Fact]
    public void Voiding_needs_a_reason_and_no_result()
    {
        var story = Reported();

        AssertRefused(IncidentRefusal.ReasonRequired, story, new VoidIncident(""));
        Assert.Equal(IncidentOutcome.Void, story.Do(new VoidIncident("A test of the line")).Incident.Outcome);
    }

    [Fact]
    public void Closing_is_no_way_around_the_reason_that_voiding_needs() =>
        AssertRefused(IncidentRefusal.ReasonRequired, Handled(), new CloseIncident(IncidentOutcome.Void), new CloseIncident(IncidentOutcome.Duplicate));

    [Theory]
    [InlineData("2025-03-03 15:00", false)]
    [InlineData("2025-03-03 15:00:00.0000001", true)]
    public void Closing_exactly_at_the_handle_deadline_is_in_time(string closedAt, bool isOverdue)
    {
        var incident = Handled().At(closedAt).Do(new CloseIncident(IncidentOutcome.Resolved)).Incident;

        Assert.Equal(isOverdue, incident.IsOverdueAt(Local("2025-12-01 00:00")));
    }

    private static void AssertRefused(IncidentRefusal expected, Story story, params IncidentCommand[] commands)
    {
        var version = story.Incident.Version;
        foreach (var command in commands)
        {
            Assert.Equal(expected, story.Try(command).Answer.Refusal);
            Assert.Equal(version, story.Incident.Version);
        }
    }
}
