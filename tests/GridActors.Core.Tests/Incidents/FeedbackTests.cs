using GridActors.Core.Departments;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Incidents.Story;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Incidents;

/// <summary>What a requester, or anybody, says about an incident. It was closed on Monday at noon.</summary>
public sealed class FeedbackTests
{
    private static readonly TrackingCode _code = TrackingCode.FromBits(1);
    private static readonly TrackingCode _another = TrackingCode.FromBits(2);

    private static Story ClosedAtNoon => Handled().At("2025-03-03 12:00").Do(new CloseIncident(IncidentOutcome.Resolved));

    [Fact]
    public void Anybody_leaves_a_note_at_any_time_and_it_changes_nothing_else()
    {
        foreach (var story in new[] { Reported(), Accepted(), Handled(), Closed() })
        {
            var before = story.Incident;

            story.Do(new AddNote("The lid was found", By(Li)));

            Assert.Equal(before with { Version = before.Version + 1 }, story.Incident);
            Assert.Equal((By(Li), "The lid was found"), (story.Last<NoteAdded>().By, story.Last<NoteAdded>().Text));
        }

        Assert.Equal(By(Township), Accepted().Do(new AddNote("A remark")).Last<NoteAdded>().By);
        Accepted().Refuses(IncidentRefusal.TextRequired, new AddNote(" "));
    }

    [Fact]
    public void A_department_leaves_a_note_while_it_has_a_task()
    {
        var note = new AddNote("The pipe is dug up", Actor.Of(Water));
        var dispatched = Dispatched(Fire);

        Assert.Equal(Actor.Of(Water), dispatched.Do(note).Last<NoteAdded>().By);
        Accepted().Refuses(IncidentRefusal.NoOpenTask, note);
        dispatched.Do(new SubmitTaskResult(Water, "Mended")).Refuses(IncidentRefusal.NoOpenTask, note);
        Dispatched().Do(new ReturnTask(Water, "Not our pipe")).Refuses(IncidentRefusal.NoOpenTask, note);
    }

    [Fact]
    public void The_requester_leaves_a_note_at_any_time_with_the_tracking_code()
    {
        foreach (var story in new[] { Reported(), Accepted(), Handled(), Closed() })
        {
            var before = story.Incident;

            story.Do(new AddRequesterNote(_code, "The lid lies in the ditch"));

            Assert.Equal(before with { Version = before.Version + 1 }, story.Incident);
            Assert.Equal((Actor.Requester, "The lid lies in the ditch"), (story.Last<NoteAdded>().By, story.Last<NoteAdded>().Text));
            story.Refuses(IncidentRefusal.NotRequester, new AddRequesterNote(_another, "The lid lies in the ditch"));
            story.Refuses(IncidentRefusal.TextRequired, new AddRequesterNote(_code, " "));
        }
    }

    [Fact]
    public void A_requester_whose_report_was_merged_leaves_a_note_with_a_code_of_their_own()
    {
        var story = Reported().Do(new JoinReporter(new IncidentId(new Guid("01890a5d-ac96-774b-bcce-b302099a8058")), _another));

        story.Do(new AddRequesterNote(_another, "It is the same lid"));

        Assert.Equal("It is the same lid", story.Last<NoteAdded>().Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void The_requester_rates_it_once_it_is_closed(int score)
    {
        var story = ClosedAtNoon.At("2025-03-04 12:00").Do(new RateIncident(_code, score, "Quick"));

        Assert.Equal(new Rating(Local("2025-03-04 12:00"), score, "Quick"), story.Incident.Rating);
        Assert.Equal(Actor.Requester, story.Last<IncidentRated>().By);
        story.Refuses(IncidentRefusal.AlreadyRated, new RateIncident(_code, 3, ""));
    }

    [Fact]
    public void A_rating_is_one_to_five_with_the_tracking_code()
    {
        ClosedAtNoon.Refuses(IncidentRefusal.ScoreOutOfRange, new RateIncident(_code, 0, ""), new RateIncident(_code, 6, ""));
        ClosedAtNoon.Refuses(IncidentRefusal.NotRequester, new RateIncident(_another, 5, ""));
        Handled().Refuses(IncidentRefusal.NotClosed, new RateIncident(_code, 5, ""));
        ClosedAtNoon.Refuses(IncidentRefusal.NotClosed, new RateIncident(_code, 5, "", IsSettled: false));
    }

    [Fact]
    public void Not_fixed_brings_it_back_to_whoever_held_it_with_the_full_limit()
    {
        var story = ClosedAtNoon.At("2025-03-05 09:00").Do(new ReopenIncident(_code, "It rattles"));

        Assert.Equal((IncidentPhase.Accepted, Township, 1), (story.Incident.Phase, story.Incident.Holder, story.Incident.Reopenings));
        Assert.Equal(new Deadline(Local("2025-03-05 13:00"), false), story.Incident.HandleDue);
        Assert.Equal(new NextDeadline(DeadlineKind.HandleReminder, Local("2025-03-05 12:12")), story.Incident.Deadline);
        Assert.Equal((null, null), (story.Incident.Outcome, story.Incident.ClosedAt));
        Assert.Equal((Actor.Requester, "It rattles"), (story.Last<IncidentReopened>().By, story.Last<IncidentReopened>().Reason));
    }

    [Fact]
    public void It_begins_anew_without_handler_departments_result_rating_or_supervisor()
    {
        var story = Dispatched().DeadlinePasses().DeadlinePasses().DeadlinePasses().Do(new SubmitTaskResult(Water, "Done"))
            .Do(new CloseIncident(IncidentOutcome.Resolved)).Do(new RateIncident(_code, 1, "It drips"));
        Assert.NotNull(story.Incident.Supervisor);

        story.Do(new ReopenIncident(_code, "It drips"));

        Assert.Equal((null, null, null, null, 0), (story.Incident.Dispatch, story.Incident.Result, story.Incident.Rating, story.Incident.Supervisor, story.Incident.OverdueSteps));
        Assert.Null(Closed().Do(new ReopenIncident(_code, "It rattles")).Incident.Handler);
        Assert.False(story.Incident.IsOverdueAt(story.Now));
    }

    [Fact]
    public void It_can_be_rated_and_reopened_again()
    {
        var story = ClosedAtNoon.Do(new ReopenIncident(_code, "It rattles")).Do(new SubmitResult("Bedded")).Do(new CloseIncident(IncidentOutcome.Resolved));

        story.Do(new RateIncident(_code, 4, "")).Do(new ReopenIncident(_code, "It rattles again"));

        Assert.Equal(2, story.Incident.Reopenings);
    }

    [Fact]
    public void The_ladder_of_a_reopened_incident_counts_from_the_reopening()
    {
        var story = ClosedAtNoon.At("2025-03-05 09:00").Do(new ReopenIncident(_code, "It rattles")).DeadlinePasses().DeadlinePasses();

        Assert.Equal(Local("2025-03-05 13:00"), story.Last<IncidentOverdue>().MissedDue);
        Assert.Equal(new NextDeadline(DeadlineKind.Supervision, Local("2025-03-05 15:00")), story.Incident.Deadline);
    }

    [Fact]
    public void Its_new_limit_has_extensions_and_a_reminder_of_its_own()
    {
        var story = Accepted().Do(new AskExtension("Rain")).Do(new DecideExtension(true, "")).Do(new AskExtension("Rain")).Do(new DecideExtension(true, ""))
            .Do(new SubmitResult("Done")).Do(new CloseIncident(IncidentOutcome.Resolved)).Do(new ReopenIncident(_code, "It rattles"));
        Assert.Equal(0, story.Incident.Extensions);

        story.At("2025-03-03 12:00").Do(new AskSuspension(Local("2025-03-10 11:00"), "Parts")).Do(new DecideSuspension(true, "")).DeadlinePasses();

        Assert.Equal(new NextDeadline(DeadlineKind.HandleReminder, Local("2025-03-10 13:12")), story.Incident.Deadline);
    }

    [Fact]
    public void Exactly_at_the_end_of_seven_days_it_is_in_time_and_after_it_is_not()
    {
        var end = Local("2025-03-10 12:00");

        ClosedAtNoon.At(end).Do(new ReopenIncident(_code, "It rattles"));
        ClosedAtNoon.At(end.AddTicks(1)).Refuses(IncidentRefusal.ReopenWindowPassed, new ReopenIncident(_code, "It rattles"));
    }

    [Fact]
    public void Only_the_requester_reopens_only_what_is_closed_and_says_why()
    {
        ClosedAtNoon.Refuses(IncidentRefusal.NotRequester, new ReopenIncident(_another, "It rattles"));
        Handled().Refuses(IncidentRefusal.NotClosed, new ReopenIncident(_code, "It rattles"));
        ClosedAtNoon.Refuses(IncidentRefusal.ReasonRequired, new ReopenIncident(_code, " "));
    }

    [Fact]
    public void An_unfounded_incident_is_reopened_and_a_void_one_is_not()
    {
        Assert.True(Handled().Do(new CloseIncident(IncidentOutcome.Unfounded)).Do(new ReopenIncident(_code, "It is there")).Incident.IsOpen);
        Reported().Do(new VoidIncident("A test")).Refuses(IncidentRefusal.NotReopenable, new ReopenIncident(_code, "It was none"));
    }

    [Fact]
    public void What_was_handled_on_the_spot_is_reopened_as_if_it_had_been_accepted()
    {
        var story = Reported().Do(new HandleOnSpot(Wang, "Put back")).At("2025-03-04 09:00").Do(new ReopenIncident(_code, "It is gone again"));

        Assert.Equal((IncidentPhase.Accepted, Local("2025-03-04 09:00")), (story.Incident.Phase, story.Incident.AcceptedAt));
        Assert.Equal(Local("2025-03-04 13:00"), story.Incident.HandleDue!.Value.At);
        story.Do(new StartHandling(By(Li)));
    }

    [Fact]
    public void The_ledger_of_a_reopened_incident_has_a_gap_while_it_was_closed()
    {
        var story = ClosedAtNoon.At("2025-03-05 09:00").Do(new ReopenIncident(_code, "It rattles")).At("2025-03-05 10:30");

        var ledger = IncidentLedger.Of(story.Events, new CalendarHistory(new CalendarInForce(DateTimeOffset.MinValue, story.Calendar)), story.Now);

        Assert.Equal((Local("2025-03-03 12:00"), nameof(IncidentClosed)), (ledger.Own[^2].To, ledger.Own[^2].Reason));
        Assert.Equal((Local("2025-03-05 09:00"), null, LedgerClock.Handle), (ledger.Own[^1].From, ledger.Own[^1].To, ledger.Own[^1].Clock));
        Assert.Equal(TimeSpan.FromHours(2.5), ledger.Sums.Single(s => s.Clock == LedgerClock.Handle).Elapsed);
    }
}
