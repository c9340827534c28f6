using GridActors.Core.Catalogue;
using GridActors.Core.Departments;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.WorkingTime;
using GridActors.Core.WorkingTime;
using static GridActors.Core.Tests.Incidents.Story;
using static GridActors.Core.Tests.WorkingTime.Calendars;

namespace GridActors.Core.Tests.Incidents;

/// <summary>Accepted by the township on Monday at 11:00 with four hours: the reminder is at 14:12, the deadline at 15:00.</summary>
public sealed class ExtensionTests
{
    private static Story Asked => Accepted().Do(new AskExtension("Rain"));

    [Fact]
    public void Whoever_handles_it_asks()
    {
        Assert.Equal(By(Township), Asked.Incident.Extension!.AskedBy);
        Assert.Equal(By(Wang), Accepted().Do(new AssignWorker(Wang)).Do(new AskExtension("Rain")).Incident.Extension!.AskedBy);
        Assert.Equal(Actor.Of(Water), Dispatched(Fire).Do(new AskExtension("Rain")).Incident.Extension!.AskedBy);
        Assert.Equal(Actor.Of(Fire), Dispatched(Fire).Do(new AskExtension("Rain", Actor.Of(Fire))).Incident.Extension!.AskedBy);
    }

    [Fact]
    public void Nobody_else_does()
    {
        Accepted().Refuses(IncidentRefusal.NotHandler, new AskExtension("Rain", By(County)), new AskExtension("Rain", Actor.Of(Water)));
        Accepted().Do(new AssignWorker(Wang)).Refuses(IncidentRefusal.NotHandler, new AskExtension("Rain", By(Li)));
        Dispatched().Refuses(IncidentRefusal.NotHandler, new AskExtension("Rain", By(Township)), new AskExtension("Rain", Actor.Of(Fire)));
    }

    [Fact]
    public void A_grant_adds_one_original_limit_and_the_reminder_moves_with_it()
    {
        var story = Asked.At("2025-03-03 13:00").Do(new DecideExtension(true, ""));

        Assert.Equal(new Deadline(Local("2025-03-03 19:00"), false), story.Incident.HandleDue);
        Assert.Equal(new NextDeadline(DeadlineKind.HandleReminder, Local("2025-03-03 17:24")), story.Incident.Deadline);
        Assert.Equal((1, null), (story.Incident.Extensions, story.Incident.Extension));
        Assert.Equal(IncidentPhase.Accepted, story.Incident.Phase);
    }

    [Fact]
    public void A_handler_who_was_reminded_already_is_reminded_of_the_new_deadline()
    {
        var story = Accepted().DeadlinePasses().At("2025-03-03 14:30").Do(new AskExtension("Rain")).Do(new DecideExtension(true, ""));

        Assert.Equal(new NextDeadline(DeadlineKind.HandleReminder, Local("2025-03-03 17:24")), story.Incident.Deadline);
    }

    [Fact]
    public void The_deadline_moves_by_running_time_where_the_limit_does()
    {
        var story = Reported(ItemOf(Tier.Township, new Limit(2, LimitUnit.WorkHour), new Limit(2, LimitUnit.WorkDay)))
            .At("2025-04-03 11:00").Do(new AcceptIncident()).Do(new AskExtension("Rain")).Do(new DecideExtension(true, ""));

        Assert.Equal(Local("2025-04-10 11:00"), story.Incident.HandleDue!.Value.At);
    }

    [Fact]
    public void The_clocks_of_departments_at_work_get_longer_too()
    {
        var story = Dispatched(Housing).At("2025-03-03 12:00").Do(new DispatchIncident(Water, [Housing, Fire])).Do(new SubmitTaskResult(Housing, "Done"));

        story.Do(new AskExtension("Rain")).At("2025-03-03 13:00").Do(new DecideExtension(true, ""));

        Assert.Equal([(Water, Local("2025-03-03 19:00")), (Fire, Local("2025-03-03 20:00"))], story.Incident.OpenTasks.Select(t => (t.Department, t.Due!.Value.At)));
        Assert.Null(story.Incident.Dispatch!.Find(Housing)!.Due);
    }

    [Fact]
    public void It_is_extended_twice_at_most()
    {
        var story = Asked.Do(new DecideExtension(true, "")).Do(new AskExtension("More rain")).Do(new DecideExtension(true, ""));

        Assert.Equal((2, Local("2025-03-03 23:00")), (story.Incident.Extensions, story.Incident.HandleDue!.Value.At));
        Assert.Equal(Local("2025-03-03 20:36"), story.Incident.Deadline!.DueAt);
        story.Refuses(IncidentRefusal.ExtendedTwice, new AskExtension("Still rain"));
    }

    [Fact]
    public void A_denial_says_why_and_does_not_count()
    {
        var story = Asked.Refuses(IncidentRefusal.ReasonRequired, new DecideExtension(false, " "));

        story.Do(new DecideExtension(false, "It is a matter of an hour"));

        Assert.Equal((0, null, Local("2025-03-03 15:00")), (story.Incident.Extensions, story.Incident.Extension, story.Incident.HandleDue!.Value.At));
        Assert.Equal("It is a matter of an hour", story.Last<ExtensionDenied>().Reason);
        story.Do(new AskExtension("Rain")).Do(new DecideExtension(true, "")).Do(new AskExtension("Rain"));
    }

    [Fact]
    public void The_lowest_centre_at_or_above_the_holder_that_did_not_ask_decides()
    {
        Assert.Equal(By(County), Asked.Do(new DecideExtension(true, "")).Last<ExtensionGranted>().By);
        Assert.Equal(By(Township), Dispatched().Do(new AskExtension("Rain")).Do(new DecideExtension(true, "")).Last<ExtensionGranted>().By);
        Assert.Equal(By(Township), AcceptedAt(Tier.Village).Do(new AskExtension("Rain")).Do(new DecideExtension(false, "No")).Last<ExtensionDenied>().By);
        Assert.Equal(By(Prefecture), Asked.Do(new DecideExtension(true, "", By(Prefecture))).Last<ExtensionGranted>().By);
    }

    [Fact]
    public void Whoever_asked_does_not_decide_and_nor_does_anybody_else() =>
        Asked.Refuses(
            IncidentRefusal.NotDecider,
            new DecideExtension(true, "", By(Township)),
            new DecideExtension(true, "", By(Village)),
            new DecideExtension(true, "", By(Wang)),
            new DecideExtension(true, "", Actor.Of(Water)),
            new DecideExtension(true, "", Actor.Requester));

    [Fact]
    public void A_centre_below_the_holder_does_not_decide() =>
        AcceptedAt(Tier.County).Do(new AskExtension("Rain")).Refuses(IncidentRefusal.NotDecider, new DecideExtension(true, "", By(Township)));

    [Fact]
    public void At_the_top_nobody_else_is_left_to_decide() =>
        Assert.Equal(By(Prefecture), AcceptedAt(Tier.Prefecture).Do(new AskExtension("Rain")).Do(new DecideExtension(true, "")).Last<ExtensionGranted>().By);

    [Fact]
    public void Exactly_at_the_deadline_it_is_asked_and_granted_in_time()
    {
        var story = Accepted().DeadlinePasses().At("2025-03-03 15:00").Do(new AskExtension("Rain")).Do(new DecideExtension(true, ""));

        Assert.Equal(Local("2025-03-03 19:00"), story.Incident.HandleDue!.Value.At);
    }

    [Fact]
    public void After_it_neither_is_possible()
    {
        Accepted().At(Local("2025-03-03 15:00").AddTicks(1)).Refuses(IncidentRefusal.AlreadyOverdue, new AskExtension("Rain"));
        Asked.At(Local("2025-03-03 15:00").AddTicks(1)).Refuses(IncidentRefusal.AlreadyOverdue, new DecideExtension(true, "")).Do(new DecideExtension(false, "Too late"));
    }

    [Fact]
    public void An_emergency_has_no_more_time()
    {
        var story = Reported(ItemOf(Tier.Township, new Limit(15, LimitUnit.Minute), new Limit(4, LimitUnit.UrgentHour), severity: Severity.S1)).Do(new AcceptIncident());

        story.Refuses(IncidentRefusal.Emergency, new AskExtension("Rain"), new DecideExtension(true, ""));
    }

    [Fact]
    public void It_is_asked_once_at_a_time_with_a_reason_between_acceptance_and_result()
    {
        Asked.Refuses(IncidentRefusal.AlreadyAsked, new AskExtension("Rain"));
        Accepted().Refuses(IncidentRefusal.ReasonRequired, new AskExtension(" ")).Refuses(IncidentRefusal.NothingAsked, new DecideExtension(true, ""));
        Reported().Refuses(IncidentRefusal.NotAccepted, new AskExtension("Rain"), new DecideExtension(true, ""));
        Handled().Refuses(IncidentRefusal.AlreadyHandled, new AskExtension("Rain"), new DecideExtension(true, ""));
    }

    [Fact]
    public void A_result_a_move_or_a_close_withdraws_what_was_asked()
    {
        Assert.Null(Asked.Do(new HandleOnSpot(Wang, "Done")).Incident.Extension);
        Assert.Null(Asked.Do(new VoidIncident("A test")).Incident.Extension);
        Assert.Null(Asked.Do(new SubmitResult("Done")).Incident.Extension);
        Assert.Null(Asked.Do(new ForwardIncident("Not ours")).Incident.Extension);
    }

    [Fact]
    public void A_deadline_that_was_extended_beyond_the_published_calendar_is_recomputed_with_it()
    {
        var story = new Story { Item = ItemOf(Tier.Township, new Limit(2, LimitUnit.WorkHour), new Limit(1, LimitUnit.WorkDay)) }.At("2025-12-30 18:00");
        story.Do(story.Report()).Do(new AcceptIncident()).Do(new AskExtension("Snow")).At("2025-12-31 11:00").Do(new DecideExtension(true, ""));
        Assert.Equal(new Deadline(Local("2026-01-01 18:00"), true), story.Incident.HandleDue);

        story.Calendar = Calendars.Of2025And2026;
        story.Do(new CalendarPublished());

        Assert.Equal(new Deadline(Local("2026-01-04 18:00"), false), story.Incident.HandleDue);
        Assert.Equal(new NextDeadline(DeadlineKind.HandleReminder, Local("2026-01-04 12:48")), story.Incident.Deadline);
    }
}
